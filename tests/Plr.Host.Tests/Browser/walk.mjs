// Walks through the start page and Banana Cake Pop in a real browser, and prints what it saw as JSON.
// Usage: node walk.mjs '{"chromium","address","profile","pictures","persona"}'
import { join } from "node:path";
import { chromium } from "playwright-core";

const { chromium: executablePath, address, profile, pictures, persona } = JSON.parse(process.argv[2]);
// On a slow machine the IDE now and then makes two headers of one, and the server rightly refuses both; a fresh profile begins again.
const maxWalks = 4;
let seen;
for (let attempt = 1; attempt <= maxWalks && seen?.withToken.status !== 200; attempt++) {
  seen = await walk(join(profile, String(attempt)));
}
console.log(JSON.stringify(seen));

async function walk(profile) {
  const seen = { requestsElsewhere: [], pageErrors: [] };

  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1400, height: 900 },
    serviceWorkers: "block", // The IDE's loads the page anew once it has cached it, some seconds after the start, and what was shown is gone.
    args: [
      "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
  try {
    const page = await browser.newPage();
    page.on("request", request => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address)) seen.requestsElsewhere.push(request.url());
    });
    page.on("pageerror", error => seen.pageErrors.push(error.message));

    await page.goto(`${address}/`);
    seen.title = await page.title();
    seen.heading = await page.locator("h1").innerText();
    seen.personas = await page.locator(".card h3").allInnerTexts();
    seen.operations = await page.locator(".operation summary").allInnerTexts();
    await page.screenshot({ path: join(pictures, "start-page.png"), fullPage: true });

    await page.locator(".card", { hasText: persona }).getByRole("button", { name: /Make a token/ }).click();
    const value = await page.locator("#header-value").innerText();
    await page.screenshot({ path: join(pictures, "token-page.png") });

    await page.getByRole("link", { name: "Open Banana Cake Pop" }).click();
    await page.getByRole("button", { name: /Create Document/ }).first().click();
    await page.getByText("Schema available").waitFor({ timeout: 30_000 });

    seen.withoutToken = await run(page);
    await page.screenshot({ path: join(pictures, "banana-cake-pop-without-token.png") });

    await page.getByText("HTTP Headers", { exact: true }).click();
    // The IDE takes a field when it is left, and makes its row a moment later: filled at once, both fields would make a row each.
    for (const [field, text] of [["Name", "Authorization"], ["Value", value]]) {
      await page.getByPlaceholder(field, { exact: true }).first().fill(text);
      await page.keyboard.press("Tab");
      await page.waitForTimeout(2000);
    }
    seen.withToken = await run(page);
    await page.screenshot({ path: join(pictures, "banana-cake-pop-with-token.png") });
  } finally {
    await browser.close();
  }
  return seen;
}

// The browser now and then forgets a body that the IDE has read already; the operation is run again then, a few times at most.
async function run(page, attempts = 5) {
  const [response] = await Promise.all([
    page.waitForResponse(answer => answer.request().method() === "POST" && answer.url().startsWith(`${address}/graphql`)
      && !(answer.request().postData() ?? "").includes("__schema")),
    page.getByRole("button", { name: /^Run Operation/ }).click(),
  ]);
  const body = await response.json().catch(error => {
    if (attempts === 1) throw error;
    return undefined;
  });
  await page.waitForTimeout(1500); // The editor colours its text a moment after it has it.
  if (body === undefined) return run(page, attempts - 1);
  const shown = await page.locator(".monaco-editor:visible .view-lines").allInnerTexts();
  return { status: response.status(), body, shown: shown.join("\n") };
}
