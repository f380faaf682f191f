"""Chromium as a printer of many documents: one process, spoken to over a pipe (DevTools protocol), so that a document costs a
tenth of a second and not a start of the browser; and the laid-out page can be asked where each text stands."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run",
         "--remote-debugging-pipe", "--force-device-scale-factor=1"]


class Chrome:
    def __enter__(self):
        self.profile = tempfile.mkdtemp()
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        ends = [fcntl.fcntl(fd, fcntl.F_DUPFD, 20) for fd in (theirs_in, theirs_out)]  # the browser wants them as 3 and 4

        def place():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(["chromium"] + FLAGS + ["--user-data-dir=" + self.profile, "about:blank"], preexec_fn=place,
                                        pass_fds=(3, 4), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for fd in [theirs_in, theirs_out] + ends:
            os.close(fd)
        self.input, self.output = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self.last, self.session, self.rest = 0, None, b""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setEmulatedMedia", media="print")
        self.frame = self.call("Page.getFrameTree")["frameTree"]["frame"]["id"]
        return self

    def __exit__(self, *_):
        self.session = None
        try:
            self.call("Browser.close")
        except (OSError, EOFError):
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, **params):
        self.last += 1
        message = {"id": self.last, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.output.write(json.dumps(message).encode() + b"\0")
        self.output.flush()
        while True:
            while b"\0" not in self.rest:
                more = self.input.read1(1 << 20)
                if not more:
                    raise EOFError("chromium ended")
                self.rest += more
            answer, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(answer)
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise RuntimeError("%s: %s" % (method, answer["error"]))
                return answer.get("result", {})

    def print(self, page, script):
        """Lays the HTML text out, gives what the script (an expression) returns and the bytes of the PDF."""
        self.call("Page.setDocumentContent", frameId=self.frame, html=page)
        self.call("Runtime.evaluate", expression="document.fonts.ready", awaitPromise=True)
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in found:
            raise RuntimeError(json.dumps(found["exceptionDetails"])[:800])
        pdf = self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True, displayHeaderFooter=False, generateTaggedPDF=False,
                        generateDocumentOutline=False)
        return found["result"].get("value"), base64.b64decode(pdf["data"])
