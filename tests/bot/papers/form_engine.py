"""LHC-Forms and ucum-lhc in a headless Chromium: judges of FHIR forms and units, not ours.

Both are fetched as packed files, whose hashes are known, and never installed: nothing of them runs
but in the page, which reaches no network.
"""

import asyncio
import shutil
import subprocess
import tarfile
from base64 import b64encode
from hashlib import sha512
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.async_api import Error, Page, Route, async_playwright

from ectrial.papers.fhir.writing import Resource
from tests.bot.sandbox.browsing import ARGUMENTS, CHROMIUM
from tests.fetching import SECONDS_TO_FETCH, give_up

LFORMS = (
    "lforms@40.1.3",
    "WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==",
)
UCUM = (
    "@lhncbc/ucum-lhc@7.1.10",
    "70X5VSaO0M6YDbj+rEfaMX5Vm0YJeNFYTVOQ5vXWCffOEdH1YZUdiuTKRKx8eYBHLGTecFrVnsnhPjT8KTiJeQ==",
)
PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/lforms/dist/lforms/webcomponent/styles.css">
<body><div id="form"></div>
<script src="/ucum/browser-dist/ucum-lhc.min.js"></script>
<script src="/lforms/dist/lforms/webcomponent/assets/lib/zone.min.js"></script>
<script src="/lforms/dist/lforms/webcomponent/lhc-forms.js"></script>
<script src="/lforms/dist/lforms/fhir/R4/lformsFHIR.min.js"></script></body>"""
GIVE_BACK = """async ([form, response]) => {
  const util = LForms.Util
  const made = util.convertFHIRQuestionnaireToLForms(form, "R4")
  const filled = util.mergeFHIRDataIntoLForms("QuestionnaireResponse", response, made, "R4")
  await util.addFormToPage(filled, "form")
  await new Promise((shown) => setTimeout(shown, 300))
  return [util.getFormFHIRData("QuestionnaireResponse", "R4"), util.checkValidity() || []]
}"""
UNITS = """codes => {
  const judge = ucumPkg.UcumLhcUtils.getInstance()
  return codes.filter(code => judge.validateUnitString(code).status !== "valid")
}"""


class Given(NamedTuple):
    """A response that the form engine gave back, and what it holds to be wrong in it."""

    response: Resource
    faults: list[str]


def fetched(folder: Path) -> Path:
    """Fetch both packages into a folder; skips the test where that cannot be, but on CI fails."""
    npm = shutil.which("npm")
    if CHROMIUM is None or npm is None:
        give_up("needs chromium and npm")
    for name, (package, hash_) in (("lforms", LFORMS), ("ucum", UCUM)):
        done = subprocess.run(  # noqa: S603 - a package that is named here
            [str(npm), "pack", "--silent", package],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=SECONDS_TO_FETCH,
            check=False,
        )
        if done.returncode:
            give_up(f"needs the network: {done.stderr[-300:]}")
        packed = folder / done.stdout.split()[-1]
        assert b64encode(sha512(packed.read_bytes()).digest()).decode() == hash_, package
        with tarfile.open(packed) as archive:
            archive.extractall(folder / name, filter="data")
    return folder


def given_back(folder: Path, pairs: list[tuple[Resource, Resource]]) -> list[Given]:
    """Fill forms with responses in the form engine; give what it makes of each."""

    async def fill(page: Page) -> list[Given]:
        found = []
        for form, response in pairs:
            await _open(page)
            try:
                back, faults = await page.evaluate(GIVE_BACK, [form, response])
            except Error as error:
                back, faults = {}, [str(error)]
            found.append(Given(back, faults))
        return found

    return asyncio.run(_in_a_page(folder, fill))


def no_units(folder: Path, codes: list[str]) -> list[str]:
    """Give those of the codes that UCUM does not know."""

    async def judge(page: Page) -> list[str]:
        await _open(page)
        return list(await page.evaluate(UNITS, codes))

    return asyncio.run(_in_a_page(folder, judge))


async def _in_a_page(folder: Path, work: Any) -> Any:
    async def serve(route: Route) -> None:
        path = route.request.url.removeprefix("http://forms/")
        if not path:
            await route.fulfill(body=PAGE, content_type="text/html")
            return
        name, rest = path.split("/", 1)
        await route.fulfill(path=folder / name / "package" / rest)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await browser.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        await page.route("**/*", serve)
        try:
            return await work(page)
        finally:
            await browser.close()


async def _open(page: Page) -> None:
    await page.goto("http://forms/")
    await page.wait_for_function("window.LForms?.FHIR && window.ucumPkg")
