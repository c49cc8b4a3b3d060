//! The sample platform in a process of its own.

use rollcall_sandbox::{FaultPlan, GroundTruth, Info, Options};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitCode, Stdio};

/// A served platform; it ends with this value.
pub struct Served {
    child: Child,
    pub info: Info,
}

impl Served {
    pub fn start(faults: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["serve", faults])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the platform starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let info = serde_json::from_str(&line).expect("how to connect");
        Self { child, info }
    }

    fn truth(&self) -> GroundTruth {
        let address = self.info.base_url.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = std::net::TcpStream::connect(address).expect("the platform answers");
        let request =
            format!("GET /_sandbox/ground-truth HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        std::io::Write::write_all(&mut stream, request.as_bytes()).expect("asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        let body = answer.windows(4).position(|end| end == b"\r\n\r\n").expect("a body") + 4;
        serde_json::from_slice(&answer[body..]).expect("the ground truth")
    }

    pub fn mails(&self) -> usize {
        self.truth().effects.len()
    }

    /// Invite calls let through and refused by the gateway, and the seconds between the first and the last.
    pub fn calls(&self) -> (usize, usize, f64) {
        let calls: Vec<_> =
            self.truth().requests.into_iter().filter(|one| one.path.ends_with("/invite")).collect();
        let refused = calls.iter().filter(|one| one.status == Some(429)).count();
        let (first, last) = (calls.first().expect("a call").at, calls.last().expect("a call").at);
        (calls.len() - refused, refused, (last.as_millisecond() - first.as_millisecond()) as f64 / 1_000.0)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves until nobody needs it any more.
pub fn serve(faults: &str) -> ExitCode {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let faults: FaultPlan = serde_json::from_str(faults).expect("a fault plan");
    let options = Options { users: 20, faults: Some(faults), ..Options::default() };
    let sandbox = runtime.block_on(rollcall_sandbox::start(options)).expect("a sandbox");
    println!("{}", serde_json::to_string(sandbox.info()).expect("how to connect"));
    let mut nothing = Vec::new();
    let _ = std::io::stdin().read_to_end(&mut nothing);
    ExitCode::SUCCESS
}
