// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace waymark::exchange {

/// One English word for each value of a byte, in alphabetical order: to be read aloud and told apart. Any two differ in at least three
/// letters (edit distance) and within the first three. The list never changes: a fingerprint keeps its words.
inline constexpr std::array<const char*, 256> keyWords { "album", "amber", "apple", "arctic", "arrow", "atlas", "autumn", "avocado",
    "badge", "bakery", "balcony", "bamboo", "banana", "bedrock", "bicycle", "biscuit", "blanket", "blossom", "bonfire", "bracelet",
    "breeze", "brick", "buffalo", "bugle", "button", "cabbage", "calendar", "candle", "caravan", "catfish", "cement", "cheetah", "chimney",
    "cinnamon", "circus", "cliff", "clock", "coach", "coconut", "compass", "concert", "corridor", "cosmos", "cottage", "coyote", "crystal",
    "cucumber", "cupboard", "cushion", "cyclone", "daisy", "dawn", "daylight", "delta", "denim", "diamond", "dolphin", "doorbell", "dove",
    "drizzle", "drum", "dusk", "easel", "ebony", "eclipse", "editor", "eggplant", "emerald", "envelope", "evening", "fabric", "fennel",
    "ferry", "festival", "fiddle", "firefly", "flamingo", "flint", "flute", "fossil", "fountain", "freckle", "fruit", "fungus", "furnace",
    "gazelle", "gecko", "gerbil", "giraffe", "glacier", "gondola", "granite", "grotto", "guitar", "habitat", "hammock", "harvest",
    "hazelnut", "heather", "heron", "hexagon", "highway", "honey", "hoof", "horizon", "hydrant", "iceberg", "igloo", "iguana", "indigo",
    "insect", "ivory", "jasmine", "javelin", "jelly", "jigsaw", "jockey", "journal", "jukebox", "jumbo", "juniper", "kayak", "keyboard",
    "kiosk", "kitchen", "kiwi", "knuckle", "koala", "laptop", "lavender", "leopard", "lettuce", "library", "lilac", "linen", "llama",
    "locust", "lullaby", "machine", "mammoth", "mango", "mascot", "meadow", "midnight", "mineral", "mirror", "morning", "mosquito",
    "muffin", "mural", "museum", "mystery", "napkin", "necklace", "nickel", "nomad", "notebook", "nursery", "nutmeg", "oasis", "oatmeal",
    "oboe", "ocean", "octopus", "olive", "onion", "opera", "orchard", "ostrich", "otter", "oxygen", "papaya", "pasture", "patio",
    "pavilion", "peanut", "pelican", "penguin", "perfume", "petal", "piano", "picnic", "pilot", "poem", "poncho", "poplar", "portrait",
    "prism", "pumpkin", "puppet", "puzzle", "pyramid", "quarry", "rabbit", "radar", "railway", "raven", "recipe", "robin", "rodeo",
    "rooster", "salad", "satchel", "school", "scissors", "seahorse", "sesame", "shelf", "skyline", "sledge", "snail", "spruce", "squirrel",
    "stadium", "steeple", "sugar", "summit", "sweater", "syrup", "table", "tapestry", "teacup", "terrace", "thimble", "thunder", "tiger",
    "toast", "topaz", "tortoise", "tractor", "treasure", "triangle", "trombone", "trumpet", "tugboat", "tundra", "turnip", "twilight",
    "typhoon", "umbrella", "vanilla", "velvet", "village", "vineyard", "violin", "volcano", "waffle", "walrus", "whisper", "widget",
    "window", "wombat", "woodland", "zebra", "zenith", "zigzag" };

} // namespace waymark::exchange
