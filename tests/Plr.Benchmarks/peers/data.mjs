// The SQL work of the peers: the statements of LearnerReader, prepared once a connection, with one pool a process.
import pg from 'pg';
import DataLoader from 'dataloader';

pg.types.setTypeParser(pg.types.builtins.DATE, text => text);

// Connections stay open between the rounds, as Npgsql's do. PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE say where the database is.
const pool = new pg.Pool({ max: Number(process.env.POOL_SIZE), idleTimeoutMillis: 0 });

export async function learner(uln) {
  const { rows } = await pool.query({ name: 'learner', text: 'select uln from bench.learner where uln = $1', values: [uln] });
  return rows[0] ?? null;
}

export async function learners(first) {
  const { rows } = await pool.query({ name: 'learners', text: 'select uln from bench.learner order by uln limit $1', values: [first] });
  return rows;
}

/** One list a learner, in the order of the numbers given. */
export async function achievements(ulns) {
  const { rows } = await pool.query({
    name: 'achievements',
    text: `select a.uln, a.awarded_on as "awardedOn", u.code, u.title, u.credit, u.level
           from bench.achievement a cross join lateral (select * from bench.unit where code = a.unit_code offset 0) u
           where a.uln = any($1) order by a.uln, a.position`,
    values: [ulns],
  });
  const byUln = new Map(ulns.map(uln => [uln, []]));
  for (const row of rows) {
    byUln.get(row.uln).push({ awardedOn: row.awardedOn, unit: row });
  }

  return ulns.map(uln => byUln.get(uln));
}

/** What a request needs of its own. */
export const contextOfRequest = () => ({ achievements: new DataLoader(achievements) });
