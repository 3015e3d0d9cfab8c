"""The answers pass a second, independent checker of the contract, where one is installed."""

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.kombo.conftest import Caller
from tests.sandbox.kombo.contract import LISTS, named, schema

PRISM = shutil.which("prism")


def description() -> dict[str, Any]:
    """The shapes as an OpenAPI document."""

    def answers(success: dict[str, Any]) -> dict[str, Any]:
        def told(what: dict[str, Any]) -> dict[str, Any]:
            return {"description": "-", "content": {"application/json": {"schema": what}}}

        return {"responses": {"200": told(success), "default": told(named("error"))}}

    paths: dict[str, Any] = {"/check-api-key": {"get": answers(named("key_checked"))}}
    for model, shape in LISTS.items():
        page = {
            "has": {"status": {"is": ["success"]}, "data": {"has": {"next": "text?", "results": [shape]}}}
        }
        paths[f"/ats/{model}"] = {"get": answers(schema(page))}
    return {"openapi": "3.1.0", "info": {"title": "Kombo", "version": "1"}, "paths": paths}


@pytest.mark.skipif(PRISM is None, reason="needs Node and the command `prism`")
def test_prism_finds_nothing_wrong(fresh: Caller, tmp_path: Path) -> None:
    fresh.control.advance(60)
    file = tmp_path / "kombo.json"
    file.write_text(json.dumps(description()), encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(PRISM), "proxy", str(file), fresh.sandbox.base_url, "--errors", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            client = httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=fresh.credential(), timeout=30)
            with client:
                wait_for(port)
                for path in ("/check-api-key", *(f"/ats/{model}?include_deleted=true" for model in LISTS)):
                    answer = client.get(path)
                    assert answer.status_code == 200, answer.text[:2000]
                assert client.get("/ats/jobs?page_size=0").json()["error"]["code"] == "PLATFORM.INPUT_INVALID"
        finally:
            process.terminate()


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("prism did not start")
