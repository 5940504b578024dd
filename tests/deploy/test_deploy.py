"""The files that operators use, checked by the tools that exist for each, and against the bot itself."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY

import bot.delivery.metrics  # noqa: F401 - registers what the page names
from bot.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
COMPOSE = DEPLOY / "compose.yaml"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
KUSTOMIZATION = DEPLOY / "kubernetes" / "kustomization.yaml"
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
PAGE = (DEPLOY / "OPERATIONS.md").read_text(encoding="utf-8")
NOT_SETTINGS = {"BOT_SITE", "BOT_UPSTREAMS"}
"""What the proxy is told."""
OPERATED = (*DEPLOY.glob("*.yaml"), *MANIFESTS, *(DEPLOY / name for name in ("Containerfile", "briefing-bot.service")))


def run(program: str, *arguments: str | Path) -> str:
    path = shutil.which(program, path=f"{Path(sys.executable).parent}:/usr/bin:/usr/sbin:/bin")
    if path is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([path, *map(str, arguments)], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def documents(path: Path) -> list[Any]:
    return [document for document in yaml.safe_load_all(path.read_text(encoding="utf-8")) if document]


def test_the_container_file_has_no_fault() -> None:
    run("hadolint", DEPLOY / "Containerfile")


def test_the_composition_follows_its_schema() -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.compose-spec", COMPOSE)


@pytest.mark.parametrize("path", [path for path in MANIFESTS if path != KUSTOMIZATION], ids=lambda path: path.name)
def test_a_manifest_follows_its_schema(path: Path) -> None:
    run("kubernetes-validate", "--strict", path)


def test_the_kustomization_names_all_manifests_but_the_examples() -> None:
    (kustomization,) = documents(KUSTOMIZATION)
    others = {path.name for path in MANIFESTS if path != KUSTOMIZATION and not path.match("*.example.yaml")}

    assert set(kustomization["resources"]) == others


def test_the_proxys_configuration_is_valid() -> None:
    run("caddy", "validate", "--config", DEPLOY / "Caddyfile", "--adapter", "caddyfile")


def test_the_unit_is_valid_and_hardened(tmp_path: Path) -> None:
    unit = (DEPLOY / "briefing-bot.service").read_text(encoding="utf-8")
    here = tmp_path / "briefing-bot.service"
    here.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", unit), encoding="utf-8")

    run("systemd-analyze", "verify", here)
    run("systemd-analyze", "security", "--offline=true", "--threshold=15", here)


@pytest.mark.parametrize("path", OPERATED, ids=lambda path: path.name)
def test_every_variable_is_a_setting(path: Path) -> None:
    known = {f"BOT_{name.upper()}" for name in Settings.model_fields} | NOT_SETTINGS
    named = set(re.findall(r"\bBOT_[A-Z_]+\b", path.read_text(encoding="utf-8")))

    assert named <= known


def test_the_page_names_settings_metrics_and_files_that_exist() -> None:
    known = {f"BOT_{name.upper()}" for name in Settings.model_fields} | NOT_SETTINGS
    metrics = {sample.name for metric in REGISTRY.collect() for sample in metric.samples}
    metrics |= {metric.name for metric in REGISTRY.collect()} | {
        f"{metric.name}_total" for metric in REGISTRY.collect()
    }
    files = re.findall(r"\]\(([^)#:]+)\)", PAGE)

    assert set(re.findall(r"\bBOT_[A-Z_]+\b", PAGE)) <= known
    assert set(re.findall(r"\bbriefing_[a-z_]+\b", PAGE)) <= metrics
    assert files
    assert all((DEPLOY / file).exists() for file in files)


def test_the_replicas_of_the_composition_are_those_that_the_proxy_knows() -> None:
    (composition,) = documents(COMPOSE)
    services = composition["services"]
    replicas = {name: service for name, service in services.items() if name.startswith("bot-")}

    assert services["proxy"]["environment"]["BOT_UPSTREAMS"].split() == [f"{name}:8080" for name in replicas]
    assert [service["environment"]["BOT_REPLICA"] for service in replicas.values()] == [*replicas]
    assert all(service["read_only"] and service["cap_drop"] == ["ALL"] for service in replicas.values())


def test_the_bot_is_told_settings_alone() -> None:
    (composition,) = documents(COMPOSE)
    (stateful,) = documents(DEPLOY / "kubernetes" / "statefulset.yaml")
    told = [
        *composition["services"]["bot-1"]["environment"],
        *(variable["name"] for variable in stateful["spec"]["template"]["spec"]["containers"][0]["env"]),
    ]

    assert set(told) <= {f"BOT_{name.upper()}" for name in Settings.model_fields}


def test_ports_and_paths_agree_from_the_proxy_to_the_bot() -> None:
    (composition,) = documents(COMPOSE)
    (stateful,) = documents(DEPLOY / "kubernetes" / "statefulset.yaml")
    (ingress,) = documents(DEPLOY / "kubernetes" / "ingress.yaml")
    (policy,) = documents(DEPLOY / "kubernetes" / "networkpolicy.yaml")
    services = documents(DEPLOY / "kubernetes" / "service.yaml")
    container = stateful["spec"]["template"]["spec"]["containers"][0]
    variables = {variable["name"]: variable.get("value") for variable in container["env"]}
    settings = composition["services"]["bot-1"]["environment"]
    rule = ingress["spec"]["rules"][0]
    way = rule["http"]["paths"][0]
    proxied = re.findall(r"handle (/\S+) {", (DEPLOY / "Caddyfile").read_text(encoding="utf-8"))

    assert proxied == ["/telegram"]
    assert settings["BOT_WEBHOOK_URL"].endswith("}/telegram")
    assert settings["BOT_LISTEN"] == variables["BOT_LISTEN"] == "0.0.0.0:8080"
    assert variables["BOT_WEBHOOK_URL"] == f"https://{rule['host']}{way['path']}"
    assert container["ports"][0]["containerPort"] == 8080
    assert policy["spec"]["ingress"][0]["ports"][0]["port"] == 8080
    assert way["backend"]["service"]["name"] in {service["metadata"]["name"] for service in services}
    assert stateful["spec"]["serviceName"] in {service["metadata"]["name"] for service in services}
    assert all(port == container["ports"][0]["name"] for port in _ports_named(container, services))


def _ports_named(container: dict[str, Any], services: list[Any]) -> list[str]:
    probes = [container[f"{kind}Probe"]["httpGet"]["port"] for kind in ("startup", "readiness", "liveness")]
    return [*probes, *(service["spec"]["ports"][0]["targetPort"] for service in services)]


def test_the_secret_is_an_example_without_values() -> None:
    (secret,) = documents(DEPLOY / "kubernetes" / "secret.example.yaml")

    assert all("REPLACE-WITH" in value for value in secret["stringData"].values())


@pytest.mark.parametrize(
    ("listen", "served", "healthy"), [("", False, True), ("127.0.0.1:{}", True, True), ("127.0.0.1:{}", False, False)]
)
def test_the_image_is_unhealthy_only_where_its_own_server_does_not_answer(
    listen: str, *, served: bool, healthy: bool
) -> None:
    check = next(line for line in CONTAINER.splitlines() if line.startswith("HEALTHCHECK"))
    command = json.loads(check.partition("CMD ")[2])
    with HTTPServer(("127.0.0.1", 0), Healthy) as server:
        if served:
            Thread(target=server.serve_forever, daemon=True).start()
        else:
            server.server_close()
        listening = {"BOT_LISTEN": listen.format(server.server_port)}
        done = subprocess.run([sys.executable, *command[1:]], env=listening, check=False, capture_output=True)  # noqa: S603
        if served:
            server.shutdown()

    assert (done.returncode == 0) is healthy


class Healthy(BaseHTTPRequestHandler):
    """Answers as the bot does."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.mark.parametrize("path", OPERATED, ids=lambda path: path.name)
def test_no_file_holds_a_token(path: Path) -> None:
    assert not re.search(r"\d{6,}:[A-Za-z0-9_-]{30,}", path.read_text(encoding="utf-8"))
