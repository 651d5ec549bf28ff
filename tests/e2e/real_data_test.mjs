#!/usr/bin/env node
// real_data_test.mjs - imports real data of others and compares the pages'
// JSON with what independent tools made of the same files.
//
// The data is read in place (SALESBOARD_DATA, default ../shared/data) and
// skipped when it is absent; nothing of it is kept.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const share = process.env.SALESBOARD_SHARE ?? 'build';
const data = process.env.SALESBOARD_DATA ?? '../shared/data';
let passed = 0, failed = 0, skipped = 0;

function check(ok, what) {
  ok ? passed++ : failed++;
  if (!ok) console.log('FAILED', what);
}

// Equal to a relative tolerance; an empty cell is no value, null here.
function near(got, want, what, tolerance = 1e-9) {
  if (want === '' || want === undefined)
    return check(got === null, `${what}: got ${got}, want none`);
  const w = Number(want);
  const scale = Math.max(Math.abs(w), 1e-300);
  check(got !== null && Math.abs(got - w) <= tolerance * scale,
    `${what}: got ${got}, want ${want}`);
}

function rows(path) {
  const [head, ...lines] = readFileSync(join(data, path), 'utf8')
    .trim().split(/\r?\n/).map((l) => l.split(','));
  return lines.map((l) => Object.fromEntries(head.map((h, i) => [h, l[i]])));
}

function company(zone, body) {
  const folder = mkdtempSync(join(tmpdir(), 'salesboard-real-'));
  const store = `sqlite:${folder}/s.db`;
  const run = (args, input) => execFileSync(`${share}/bin/salesboard`, args, {
    env: { ...process.env, SALESBOARD_STORE: store },
    encoding: 'utf8', input, maxBuffer: 1 << 28,
  });
  try {
    run(['init', '--name', 'Real data', '--time-zone', zone, '--currency',
      'USD', '--language', 'en']);
    run(['user', 'add', 'head', '--name', 'Head', '--role', 'head'],
      'correct horse battery\n');
    body(run, (address) => JSON.parse(run(['get', address, '--as', 'head'])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// ---- maven-crm: conversion of 6 teams, 35 people -------------------------------

function compareMatured(t, want, what) {
  check(t.matured === Number(want.mature_n), `${what} matured`);
  check(t.won === Number(want.mature_won), `${what} won`);
  near(t.conversion, want.mature_rate, `${what} conversion`);
  near(t.conversion_low, want.mature_lo, `${what} low`);
  near(t.conversion_high, want.mature_hi, `${what} high`);
  near(t.estimate, want.aj_cif, `${what} estimate`);
  near(t.estimate_low, want.aj_lo, `${what} estimate low`);
  near(t.estimate_high, want.aj_hi, `${what} estimate high`);
}

function maven() {
  company('UTC', (run, get) => {
    const leads = join(data, 'maven-crm/sales_pipeline.csv');
    const map = 'tests/fixtures/maven-leads.map';
    run(['import', 'people', join(data, 'maven-crm/sales_teams.csv'),
      '--map', 'tests/fixtures/maven-people.map']);
    check(run(['import', 'leads', leads, '--map', map])
      .includes('8800 added, 0 changed'), 'first import adds all');
    check(run(['import', 'leads', leads, '--map', map])
      .includes('0 added, 0 changed'), 'second import changes nothing');

    for (const want of rows('maven-crm/expected/mature_conversion.csv')) {
      const team = want.group.replace('manager:', '');
      if (want.group.startsWith('region:'))
        continue;
      const page = get(`/conversion.json?from=2017-03-01&to=2017-12-30` +
        `&as_of=2017-12-31&vs=none&horizon=${want.H}`);
      const t = want.group === 'all' ? page.total :
        page.teams.find((x) => x.name === team);
      compareMatured(t, want, `${want.group} ${want.H} days`);
    }

    const all = get('/conversion.json?from=2016-10-01&to=2017-12-31' +
      '&as_of=2017-12-31&vs=none');
    for (const want of rows('maven-crm/expected/conversion_by_group.csv')) {
      if (want.type !== 'all' && want.type !== 'manager')
        continue;
      const t = want.type === 'all' ? all.total :
        all.teams.find((x) => x.name === want.group);
      check(t.prospects === Number(want.leads), `${want.group} leads`);
      check(t.won_any === Number(want.won), `${want.group} won`);
      check(t.lost === Number(want.lost), `${want.group} lost`);
      check(t.open === Number(want.engaging) + Number(want.prospecting),
        `${want.group} open`);
    }
    // every number's rows add up to it, for teams and states alike
    for (const t of [all.total, ...all.teams])
      for (const [state, n] of [['all', t.prospects], ['matured', t.matured],
        ['won', t.won], ['any_won', t.won_any], ['lost', t.lost],
        ['open', t.open], ['invalid', t.excluded]]) {
        const team = t.id ? `&team=${t.id}` : '';
        const list = get('/leads.json?from=2016-10-01&to=2017-12-31' +
          `&as_of=2017-12-31&state=${state}${team}`);
        check(list.total === n && list.leads.length === n,
          `${t.name ?? 'all'} ${state}: ${n} against ${list.total}`);
      }
    const days = all.trend.reduce((sum, b) => sum + b.prospects, 0);
    check(days === all.total.prospects, 'the trend adds up');
  });
}

if (!existsSync(join(data, 'README.md'))) {
  console.log('skipped: no', data);
  skipped++;
} else {
  maven();
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed ? 1 : 0);
