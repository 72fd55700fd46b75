// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/CrashWriter_linux.h>

#include <QByteArray>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <optional>

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <unistd.h>

namespace waymark::app {

namespace {

/// Reads /proc/self/maps line by line, without the memory of a stream.
class Maps
{
public:
    Maps()
        : m_file(::open("/proc/self/maps", O_RDONLY | O_CLOEXEC))
    {
    }
    ~Maps() { (void)::close(m_file); }
    Maps(const Maps&) = delete;
    Maps& operator=(const Maps&) = delete;

    /// The next line without its end; what is longer than the buffer is cut. None at the end.
    std::optional<std::string_view> line()
    {
        std::size_t size = 0;
        for (;;) {
            if (m_at == m_read) {
                const ssize_t count = ::read(m_file, m_block.data(), m_block.size());
                if (count <= 0) {
                    return {};
                }
                m_at = 0;
                m_read = static_cast<std::size_t>(count);
            }
            const char next = m_block[m_at++];
            if (next == '\n') {
                return std::string_view(m_line.data(), size);
            }
            if (size < m_line.size()) {
                m_line[size++] = next;
            }
        }
    }

private:
    int m_file;
    std::size_t m_at = 0;
    std::size_t m_read = 0;
    std::array<char, 1024> m_block {};
    std::array<char, 512> m_line {};
};

/// Takes a hexadecimal number off the front, and the character after it.
std::uint64_t takeHex(std::string_view& text)
{
    std::uint64_t value = 0;
    while (!text.empty()) {
        const char digit = text.front();
        text.remove_prefix(1);
        if (digit >= '0' && digit <= '9') {
            value = value * 16 + static_cast<std::uint64_t>(digit - '0');
        } else if (digit >= 'a' && digit <= 'f') {
            value = value * 16 + static_cast<std::uint64_t>(digit - 'a' + 10);
        } else {
            break;
        }
    }
    return value;
}

/// A line of the maps: start-end rights offset device inode path.
struct Mapping
{
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::uint64_t offset = 0;
    std::string_view name; ///< without its folder; empty for memory of no file
};

Mapping mappingOf(std::string_view line)
{
    Mapping mapping;
    mapping.begin = takeHex(line);
    mapping.end = takeHex(line);
    line.remove_prefix(std::min(line.size(), line.find(' ') + 1));
    mapping.offset = takeHex(line);
    const std::size_t slash = line.rfind('/');
    mapping.name = slash == std::string_view::npos ? std::string_view() : line.substr(slash + 1);
    return mapping;
}

int findBuildId(dl_phdr_info* module, std::size_t, void* result)
{
    for (int i = 0; i < module->dlpi_phnum; ++i) {
        const ElfW(Phdr)& header = module->dlpi_phdr[i];
        if (header.p_type != PT_NOTE) {
            continue;
        }
        const char* at = reinterpret_cast<const char*>(module->dlpi_addr + header.p_vaddr);
        const char* const end = at + header.p_memsz;
        while (at + sizeof(ElfW(Nhdr)) <= end) {
            ElfW(Nhdr) note {};
            std::memcpy(&note, at, sizeof note);
            const char* const name = at + sizeof note;
            const char* const content = name + (note.n_namesz + 3U) / 4U * 4U;
            if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0) {
                *static_cast<QByteArray*>(result) = QByteArray(content, static_cast<qsizetype>(note.n_descsz)).toHex();
                return 1;
            }
            at = content + (note.n_descsz + 3U) / 4U * 4U;
        }
    }
    return 1; // the program itself comes first, and nobody asks for the others
}

} // namespace

CrashWriter& CrashWriter::put(std::string_view text)
{
    for (const char each : text) {
        if (m_size == m_buffer.size()) {
            flush();
        }
        m_buffer[m_size++] = each;
    }
    return *this;
}

void CrashWriter::flush()
{
    std::size_t done = 0;
    while (done < m_size) {
        const ssize_t count = ::write(m_descriptor, m_buffer.data() + done, m_size - done);
        if (count <= 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    m_size = 0;
}

CrashWriter& CrashWriter::number(std::uint64_t value, int digits)
{
    std::array<char, 20> text {};
    std::size_t at = text.size();
    while (value > 0 || digits > 0) {
        text.at(--at) = static_cast<char>('0' + value % 10);
        value /= 10;
        --digits;
    }
    return put({ text.data() + at, text.size() - at });
}

CrashWriter& CrashWriter::hex(std::uint64_t value)
{
    std::array<char, 16> text {};
    std::size_t at = text.size();
    do {
        text.at(--at) = "0123456789abcdef"[value % 16];
        value /= 16;
    } while (value > 0);
    return put("0x").put({ text.data() + at, text.size() - at });
}

CrashWriter& CrashWriter::moment(std::time_t seconds)
{
    constexpr std::time_t hours = 24;
    const std::time_t days = seconds / (hours * 3600);
    const std::chrono::year_month_day date { std::chrono::sys_days(std::chrono::days(days)) };
    const auto part = [](auto value) { return static_cast<std::uint64_t>(value); };
    number(part(static_cast<int>(date.year())), 4).put("-").number(part(static_cast<unsigned>(date.month())), 2).put("-");
    number(part(static_cast<unsigned>(date.day())), 2).put("T").number(part(seconds / 3600 % hours), 2).put(":");
    return number(part(seconds / 60 % 60), 2).put(":").number(part(seconds % 60), 2).put("Z");
}

CrashWriter& CrashWriter::call(const void* address)
{
    const auto wanted = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(address));
    Maps maps;
    std::uint64_t base = 0; // of the module whose lines are being read: where its first byte is
    put("  ");
    while (const auto line = maps.line()) {
        const Mapping mapping = mappingOf(*line);
        if (mapping.offset == 0 && !mapping.name.empty()) {
            base = mapping.begin;
        }
        if (wanted >= mapping.begin && wanted < mapping.end && !mapping.name.empty()) {
            return put(mapping.name).put(" + ").hex(wanted - base).put("\n");
        }
    }
    return hex(wanted).put("\n");
}

QString buildId()
{
    QByteArray id;
    ::dl_iterate_phdr(findBuildId, &id);
    return QString::fromLatin1(id);
}

} // namespace waymark::app
