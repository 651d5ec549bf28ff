# smtp_server.py - a mail server on a free port of 127.0.0.1, by Python's own
# smtpd: what it takes can be looked at, and what it refuses is said to it.
#
#   python3 tests/unit/smtp_server.py DIR [PORT]
#
# Writes its port to DIR/port, each message to DIR/1.eml, DIR/2.eml ... and its
# envelope, "FROM TO", to DIR/1.way.  With a line in DIR/rcpt or DIR/data it
# answers that to RCPT TO or to a message, "451 4.7.1 Later".
import asyncore
import os
import sys
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
import smtpd

folder = sys.argv[1]


def told(name):
    try:
        with open(os.path.join(folder, name)) as f:
            return f.read().strip()
    except FileNotFoundError:
        return ""


class Channel(smtpd.SMTPChannel):
    def smtp_RCPT(self, arg):
        if told("rcpt"):
            self.push(told("rcpt"))
        else:
            super().smtp_RCPT(arg)


class Server(smtpd.SMTPServer):
    channel_class = Channel
    taken = 0

    def process_message(self, peer, mailfrom, rcpttos, data, **more):
        if told("data"):
            return told("data")
        self.taken += 1
        with open(os.path.join(folder, "%d.way" % self.taken), "w") as f:
            f.write("%s %s" % (mailfrom, " ".join(rcpttos)))
        with open(os.path.join(folder, "%d.eml" % self.taken), "wb") as f:
            f.write(data + b"\n")


server = Server(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0),
                None)
with open(os.path.join(folder, "port.new"), "w") as f:
    f.write(str(server.socket.getsockname()[1]))
os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
asyncore.loop()
