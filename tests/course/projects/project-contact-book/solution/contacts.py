# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines in, lines out: the only module that reads commands and prints."""
import sys

import book as books
import store

PATH = "contacts.json"


def act(book, line):
    """Answers and complaints of one command. ValueError if the command as a whole is refused."""
    word, _, rest = line.strip().partition(" ")
    rest = rest.strip()
    if word not in COMMANDS:
        raise ValueError(f"command: one of {', '.join(COMMANDS)} wanted, {word!r} found")
    return COMMANDS[word](book, rest)


def act_add(book, rest):
    parts = [part.strip() for part in rest.split(";")]
    if len(parts) != 3:
        raise ValueError(f"add: NAME; PHONE; EMAIL wanted, {len(parts)} parts found")
    return [f"added {books.add(book, *parts)}"], []


def act_list(book, rest):
    if rest:
        raise ValueError(f"list: nothing behind it wanted, {rest!r} found")
    return [shown(contact) for contact in books.find(book, "")], []


def act_find(book, rest):
    if not rest:
        raise ValueError("find: a text wanted, none found")
    return [shown(contact) for contact in books.find(book, rest)], []


def act_change(book, rest):
    parts = rest.split(maxsplit=2)
    if len(parts) < 2:
        raise ValueError(f"change: ID FIELD VALUE wanted, {rest!r} found")
    number = number_of(parts[0])
    books.change(book, number, parts[1], parts[2] if len(parts) == 3 else "")
    return [f"changed {number}"], []


def act_remove(book, rest):
    number = number_of(rest)
    books.remove(book, number)
    return [f"removed {number}"], []


def act_import(book, rest):
    good, complaints = 0, []
    for place, row in enumerate(store.read_csv(rest), start=1):
        try:
            if row is None:
                raise ValueError("as many cells as the header wanted, another number found")
            books.add(book, row["name"], row["phone"], row["email"])
        except ValueError as error:
            complaints.append(f"row {place}: {error}")
        else:
            good += 1
    return [f"imported {good}, refused {len(complaints)}"], complaints


def act_export(book, rest):
    contacts = books.find(book, "")
    store.write_csv(rest, contacts)
    return [f"exported {len(contacts)}"], []


COMMANDS = {"add": act_add, "list": act_list, "find": act_find, "change": act_change, "remove": act_remove,
            "import": act_import, "export": act_export}
CHANGES = {"add", "change", "remove", "import"}


def shown(contact):
    return f"{contact['id']}; {contact['name']}; {contact['phone']}; {contact['email'] or '-'}"


def number_of(text):
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(f"number: decimal digits wanted, {text!r} found")
    return int(text)


def read_line():
    """The next line without blanks at its ends, 'quit' at the end of input."""
    try:
        return input().strip()
    except EOFError:
        return "quit"


def answer(book, line):
    """Do one command, save and print. True if nothing was refused."""
    try:
        answers, complaints = act(book, line)
    except ValueError as error:
        answers, complaints = [], [str(error)]
    if answers and line.split()[0] in CHANGES:
        store.save(PATH, book)
    for text in answers:
        print(text)
    for text in complaints:
        print("refused:", text, file=sys.stderr)
    return not complaints


def main():
    """0 if nothing was refused, else 1."""
    try:
        book = store.load(PATH)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    code = 0
    line = read_line()
    while line != "quit":
        if line and not answer(book, line):
            code = 1
        line = read_line()
    return code


if __name__ == "__main__":
    sys.exit(main())
