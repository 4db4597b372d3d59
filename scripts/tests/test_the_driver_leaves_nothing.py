"""The kernel's driver goes with its run: after a run that ends, after a worker or the supervisor is killed,
after an interruption; and when its guard is killed, too, with the next run. A fuzz run leaves its host alive.
A function that is not implemented is reported row by row, on both Wines."""

import os
import signal
import subprocess

import pytest

from conftest import ROOT, SCRIPTS, call, needs_root, processes, read_json, wait_until

NOT_IMPLEMENTED = "STATUS_NOT_IMPLEMENTED (0xC0000002)"


class Driver:
    """A prefix in which drivers are loaded, and what is left of them."""

    def __init__(self, suite, prefix, folder):
        self.prefix = prefix
        self.folder = folder
        # The rows of a connection last some seconds with it: every call of an accepted socket ends late.
        self.slowly = [
            "--wsk-driver",
            suite.driver,
            "--wsk-provider",
            "reference:complete=late@accepted",
            "--jobs",
            "1",
        ]
        # Wine starts hosts of its own with the first driver: counts the hosts that stay.
        prefix.call("run", "wsk-so-keepalive/since-vista", code=(0, 1))
        self.hosts_before = self.settled_hosts()

    def hosts(self):
        return len(processes(self.prefix, r"winedevice\.exe"))

    def settled_hosts(self):
        counted = [self.hosts()]

        def same_for_two_seconds():
            counted.append(self.hosts())
            return len(counted) > 20 and len(set(counted[-20:])) == 1

        wait_until(same_for_two_seconds, 30, lambda: f"hosts of drivers come and go: {counted}")
        return counted[-1]

    def programs(self, command):
        return processes(self.prefix, rf"winsock-conformance\.exe {command}")

    def services(self):
        query = [*self.prefix.wine, "reg.exe", "query", r"HKLM\System\CurrentControlSet\Services"]
        said = call(*query, env=self.prefix.environment)
        return [line for line in said.out.splitlines() if "winsock_conformance" in line]

    def start(self):
        """A run that lasts; returns when its first row is done."""
        report = self.folder / "report.json"
        journal = self.folder / "report.json.journal"
        log = self.folder / "log"
        run = self.prefix.start(
            "run",
            "wsk-so-keepalive/set",
            "wsk-so-keepalive/get",
            *self.slowly,
            "--report",
            report,
            stdout=log.open("w"),
            stderr=subprocess.STDOUT,
        )
        wait_until(lambda: journal.exists() and '\n{"row":' in journal.read_text(), 20, log.read_text)
        return run

    def is_gone(self):
        def nothing():
            return (
                not self.services()
                and self.hosts() == self.hosts_before
                and not self.programs("(driver-guard|worker|run)")
            )

        wait_until(nothing, 10, lambda: f"left: {self.services()}, {self.hosts() - self.hosts_before} hosts")


@pytest.fixture
def driver(suite, prefix, tmp_path):
    return Driver(suite, prefix, tmp_path)


def test_a_run_that_ends(driver):
    driver.prefix.call("run", "wsk-so-keepalive", code=1)
    driver.is_gone()


def test_a_worker_that_is_killed(driver, tmp_path):
    run = driver.start()
    os.kill(driver.programs("worker")[0], signal.SIGKILL)
    run.wait()
    assert '"crash"' in (tmp_path / "report.json").read_text()
    driver.is_gone()


def test_a_supervisor_that_is_killed(driver):
    run = driver.start()
    run.kill()
    run.wait()
    driver.is_gone()


def test_a_run_that_is_interrupted(driver):
    run = driver.start()
    run.send_signal(signal.SIGINT)
    run.wait()
    driver.is_gone()


def test_a_guard_that_is_killed(driver):
    """The next run removes the driver."""
    run = driver.start()
    for process in [*driver.programs("driver-guard"), run.pid]:
        os.kill(process, signal.SIGKILL)
    run.wait()
    driver.prefix.call("run", "wsk-so-keepalive/since-vista", code=(0, 1))
    driver.is_gone()


def test_a_file_that_is_no_driver(driver):
    run = driver.prefix.call(
        "run", "wsk-so-keepalive/since-vista", "--wsk-driver", ROOT / "README.md", code=(0, 1)
    )
    run.says("needs wsk-driver: .*README.md cannot be loaded")
    driver.is_gone()


def test_a_fuzz_run():
    call(SCRIPTS / "fuzz-driver", "50000")


@pytest.mark.parametrize("debian", ["bookworm", pytest.param("trixie", marks=needs_root)])
def test_a_missing_function_is_reported_row_by_row(suite, tmp_path, debian):
    """Wine's Winsock Kernel has no socket functions."""
    suite.run("--wine", debian, "wsk-so-keepalive", "--report", tmp_path / "report.json", code=1)
    for row in read_json(tmp_path / "report.json")["rows"]:
        assert row["verdict"] != "pass", row["row"]
        if row["unobserved"] == "choice" or row["case"] == "wsk-so-keepalive/header/wsk-h-alone":
            continue
        answers = [row["reason"], *(check["actual"] for check in row["checks"])]
        assert any(NOT_IMPLEMENTED in answer for answer in answers), row["row"]
