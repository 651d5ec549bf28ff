// proxy.mjs - stands between the programs and a PostgreSQL server, counts round
// trips and cuts the line when a test asks for it.
//
//   node proxy.mjs HOST PORT LOG     prints the port it listens on
//
// LOG gets one line for each transaction that ended: "read N" or "write N", N
// the round trips it waited for.  While the file LOG.cut exists, the next
// answer to a COMMIT is not passed on: the server has committed, and the line
// is dead.  The file is then removed.
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const [host, port, log] = process.argv.slice(2);

function serve(client) {
  const server = connect(Number(port), host);
  let kind = '', trips = 0, answered = true, cut = false;
  const close = () => { client.destroy(); server.destroy(); };

  client.on('data', (data) => {
    const text = data.toString('latin1');
    if (text.includes('BEGIN ISOLATION')) {
      kind = text.includes('READ ONLY') ? 'read' : 'write';
      trips = 0;
      answered = true;
    }
    const ends = /(ROLLBACK|COMMIT)\0/.exec(text);
    // Nobody waits for a ROLLBACK.
    if (kind && answered && !(ends && ends[1] === 'ROLLBACK')) trips += 1;
    answered = false;
    if (kind && ends) {
      appendFileSync(log, `${kind} ${trips}\n`);
      kind = '';
    }
    if (ends && ends[1] === 'COMMIT' && existsSync(`${log}.cut`)) {
      rmSync(`${log}.cut`);
      cut = true;
    }
    server.write(data);
  });
  server.on('data', (data) => {
    answered = true;
    if (cut) close(); else client.write(data);
  });
  for (const end of [client, server]) {
    end.setNoDelay(true);
    end.on('close', close);
    end.on('error', close);
  }
}

const door = createServer(serve);
door.listen(0, '127.0.0.1', () => console.log(door.address().port));
