# mail_read.py - an e-mail as Python's own parser reads it.
#
#   python3 tests/unit/mail_read.py FILE
#
# Writes FILE.text and FILE.html, the parts; prints "NAME: VALUE" for each field
# of the head, decoded, "parts: TYPE CHARSET ..." and "defects: ..." for whatever
# the parser did not like.
import email
import email.policy
import sys

path = sys.argv[1]
with open(path, "rb") as f:
    raw = f.read()
mail = email.message_from_bytes(raw, policy=email.policy.default)
defects = list(mail.defects)
for name, value in mail.items():
    print("%s: %s" % (name, value))
    defects += value.defects
for name in ("From", "To"):
    for address in mail[name].addresses:
        print("%s-address: %s" % (name, address.addr_spec))
parts = []
for part in mail.iter_parts():
    parts.append("%s %s" % (part.get_content_type(), part.get_content_charset()))
    defects += part.defects
    kind = "html" if part.get_content_type() == "text/html" else "text"
    with open("%s.%s" % (path, kind), "w") as f:
        f.write(part.get_content())
print("parts: " + ", ".join(parts))
print("longest: %d" % max(len(line) for line in raw.splitlines()))
print("defects: " + ", ".join(repr(d) for d in defects))
