"""The zips of a release: everything is in them, nothing names this machine, the sums are right, the SBOM is
CycloneDX, the unpacked programs run by themselves and say their version. A second checkout in another folder
makes the same objects and the same DLL, and another time zone and umask the same zip; a tag is the version."""

import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from conftest import BUILD, ROOT, SCRIPTS, HeldPrefix, build, call, copy_checkout, read_json

SHARE = "share/winsock-conformance"
SCHEMAS = ["compare", "diff", "facts", "history", "list", "matrix", "report"]
LIBRARIES = [
    "nlohmann_json",
    "CLI11",
    "valijson",
    "Catch2",
    "zlib",
    r"libstdc\+\+",
    "libgcc",
    "mingw-w64 runtime",
    "winpthreads",
]


def git(*words, code=0):
    return call("git", "-C", ROOT, *words, code=code).out.strip()


def package(root, *presets, environment=None, **options):
    return [
        Path(line)
        for line in call(root / "scripts/package", *presets, env=environment, **options).out.splitlines()
    ]


def sums_are_right(folder, name):
    call("sha256sum", "--quiet", "--check", name, cwd=folder)


class Release:
    """A zip, unpacked: it has one folder, of its own name."""

    def __init__(self, path, folder):
        self.zip = path
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
        (self.folder,) = folder.iterdir()
        assert self.folder.name == path.stem

    def files(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    def read(self, name):
        return (self.folder / name).read_bytes()


@pytest.fixture(scope="module")
def commit():
    return git("describe", "--always", "--dirty", "--abbrev=12", "--exclude", "*")


@pytest.fixture(scope="module")
def zips():
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    made = package(ROOT, "mingw-x64", "mingw-x86")
    assert len(made) == 2
    return dict(zip(["x64", "x86"], made))


@pytest.fixture(scope="module", params=["x64", "x86"])
def release(request, zips, tmp_path_factory):
    return Release(zips[request.param], tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def x64(zips, tmp_path_factory):
    return Release(zips["x64"], tmp_path_factory.mktemp("x64"))


def test_its_name_is_its_version(release, commit):
    tags = ["describe", "--exact-match", "--tags", "--match", "v*", "--dirty"]
    version = git(*tags, code=(0, 128)).removeprefix("v") or f"[0-9.]+-{commit}"
    assert re.fullmatch(rf"winsock-conformance-{version}-windows-x(64|86)-mingw\.zip", release.zip.name)


def test_everything_is_in_it(release):
    baselines = git("ls-files", "-c", "-o", "--exclude-standard", "reports/baselines/*.json").splitlines()
    assert release.files() == sorted(
        [
            "README.md",
            "bin/conformance-report.exe",
            "bin/silent_peer",
            "bin/winsock-conformance.exe",
            *(
                f"{SHARE}/{name}"
                for name in ("LICENSE", "README.md", "SHA256SUMS", "THIRD-PARTY-NOTICES.txt")
            ),
            f"{SHARE}/sbom.cdx.json",
            *(f"{SHARE}/schema/{name}.schema.json" for name in SCHEMAS),
            *(name.replace("reports/", f"{SHARE}/", 1) for name in baselines),
        ]
    )
    assert release.read("README.md") == release.read(f"{SHARE}/README.md")


def test_the_sums_are_right(release):
    sums_are_right(release.zip.parent, f"{release.zip.name}.sha256")
    sums_are_right(release.folder, f"{SHARE}/SHA256SUMS")
    named = [line[66:] for line in release.read(f"{SHARE}/SHA256SUMS").decode().splitlines()]
    assert sorted([*named, f"{SHARE}/SHA256SUMS"]) == release.files()


def test_nothing_names_this_machine(release):
    for name in release.files():
        for folder in (str(ROOT), f"{Path.home()}/"):
            assert folder.encode() not in release.read(name), name


def test_the_licences_are_in_it(release):
    notices = release.read(f"{SHARE}/THIRD-PARTY-NOTICES.txt").decode()
    for name in LIBRARIES:
        assert re.search(rf"^== {name} [0-9][0-9.]+ \(", notices, re.MULTILINE), name
    assert "GCC RUNTIME LIBRARY EXCEPTION" in notices
    # The helper for Linux has no C library in it, whose terms would have to be met.
    assert not re.search(rb"GLIBC|GNU C Library|musl", release.read("bin/silent_peer"))


@pytest.mark.parametrize("program", ["winsock-conformance", "conformance-report"])
def test_a_program_has_its_version_in_its_resources(release, commit, program):
    """Explorer and inventories of software read it."""
    text = call("strings", "-el", release.folder / f"bin/{program}.exe").out.replace("\n", " ")
    assert re.search(rf"FileVersion [^ ]*{commit} .*OriginalFilename {program}\.exe", text)


def test_the_sbom_is_cyclonedx(release, tmp_path):
    tools = BUILD / "lint"
    for source in (SCRIPTS / "lint").glob("*.mjs"):
        shutil.copy(source, tools)
    path = release.folder / f"{SHARE}/sbom.cdx.json"
    call("node", tools / "check-sbom.mjs", path)
    wrong = tmp_path / "wrong.json"
    wrong.write_text(path.read_text().replace('"library"', '"libary"'))
    call("node", tools / "check-sbom.mjs", wrong, code=1)

    bom = read_json(path)
    files, libraries = (
        [one for one in bom["components"] if one["type"] == kind] for kind in ("file", "library")
    )
    assert re.fullmatch("urn:uuid:[0-9a-f-]{36}", bom["serialNumber"])
    assert bom["metadata"]["supplier"]["name"] and len(bom["metadata"]["tools"]["components"]) == 1
    assert len(files) > 8
    assert all(re.fullmatch("[0-9a-f]{64}", file["hashes"][0]["content"]) for file in files)
    assert len(libraries) == len(LIBRARIES)
    assert all(re.match("pkg:(deb|github)", one["purl"]) and one["version"] for one in libraries)
    assert set(bom["dependencies"][0]["dependsOn"]) == {one["bom-ref"] for one in libraries}


def test_the_unpacked_programs_run(x64, commit, tmp_path):
    with HeldPrefix("bookworm", "win10") as prefix:
        prefix.program = x64.folder / "bin/winsock-conformance.exe"
        version = prefix.call("--version").out
        assert version.startswith("winsock-conformance ") and version.endswith(f" ({commit})\n")
        report = tmp_path / "report.json"
        prefix.call(
            "run",
            "so-keepalive/default",
            "wsk-so-keepalive/get",
            "--baseline",
            f"{SHARE}/baselines",
            "--report",
            report,
            cwd=x64.folder,
        )
        prefix.program = x64.folder / "bin/conformance-report.exe"
        prefix.call("check", report)
    report = read_json(report)
    (driver,) = [one for one in report["capabilities"] if one["name"] == "wsk-driver"]
    assert driver["reason"].startswith("there is no driver "), "a release has no driver of mingw-w64"
    assert any(row["verdict"] == "pass" for row in report["rows"])


def test_an_installation_keeps_the_files_of_others(zips, tmp_path):
    (tmp_path / "README.md").write_text("theirs\n")
    call("cmake", "--install", BUILD / "mingw-x64", "--prefix", tmp_path)
    assert (tmp_path / "README.md").read_text() == "theirs\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "bin", "share"]


@pytest.fixture(scope="module")
def other_checkout(tmp_path_factory):
    """This checkout's files, elsewhere, with the libraries that are there."""
    folder = tmp_path_factory.mktemp("release") / "another checkout"
    call("git", "clone", "--quiet", "--no-checkout", ROOT, folder)
    call("git", "-C", folder, "reset", "--quiet")
    copy_checkout(folder)
    shutil.copytree(BUILD / "dependencies", folder / "build/dependencies", symlinks=True)
    return folder


def build_elsewhere(checkout, *targets, **options):
    build_there = '. "$0/scripts/lib/environment.sh"; build_targets mingw-x64 "$@"'
    call("bash", "-c", build_there, checkout, *targets, **options)
    return checkout / "build/mingw-x64"


def test_another_checkout_makes_the_same_objects(zips, other_checkout):
    """Cases, which hold their files' paths, generated sources, a part of the harness and a whole DLL are
    compiled there."""
    build("mingw-x64", "reference_provider")
    compiled = ["suite_so_linger", "requirements", "winsock", "reference_provider"]
    # What these need may come out of a cache; they themselves are compiled.
    there = build_elsewhere(other_checkout, *compiled)
    objects = [path.relative_to(there) for name in compiled for path in there.rglob(f"{name}.dir/**/*.obj")]
    assert len(objects) > len(compiled)
    for name in objects:
        (there / name).unlink()
    build_elsewhere(other_checkout, *compiled, env={"CCACHE_DISABLE": "1"})
    for name in (*objects, "fixtures/reference_provider/reference_provider.dll"):
        assert (there / name).read_bytes() == (BUILD / "mingw-x64" / name).read_bytes(), name


def test_other_settings_make_the_same_zip(zips):
    before = zips["x64"].read_bytes()
    (again,) = package(ROOT, "mingw-x64", environment={"TZ": "Asia/Tokyo"}, umask=0o077)
    assert again == zips["x64"]
    assert again.read_bytes() == before


def test_a_tag_is_the_version(other_checkout, tmp_path):
    tagged = ["git", "-C", other_checkout, "-c", "user.name=t", "-c", "user.email=t@localhost"]
    call(*tagged, "add", "--all")
    call(*tagged, "commit", "--quiet", "--allow-empty", "--message", "Clean")
    call(*tagged, "tag", "v98.7.6-rc.1")
    # What every program says.
    there = build_elsewhere(other_checkout, "suite_version")
    said = call("strings", "--all", there / "harness/suite_version/libsuite_version.a").out
    assert "98.7.6-rc.1" in said.splitlines()
    # CPack reads the package's name from this file.
    (tmp_path / "name.cmake").write_text(
        f'include("{other_checkout}/scripts/cmake/release_name.cmake")\n'
        'message("${CPACK_PACKAGE_FILE_NAME}")\n'
    )
    settings = [
        f"-DCPACK_RELEASE_SOURCE={other_checkout}",
        "-DCPACK_PACKAGE_NAME=winsock-conformance",
        "-DCPACK_PACKAGE_VERSION=0.1.0",
        "-DCPACK_SYSTEM_NAME=windows-x64-mingw",
    ]
    named = call("cmake", *settings, "-P", tmp_path / "name.cmake").err.strip()
    assert named == "winsock-conformance-98.7.6-rc.1-windows-x64-mingw"
