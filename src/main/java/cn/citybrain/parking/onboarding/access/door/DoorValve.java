package cn.citybrain.parking.onboarding.access.door;

import cn.citybrain.parking.onboarding.access.throttle.Client;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the application, behind the valve that knows the true address: says who may come in, and keeps the pace of
 * what they bring.
 */
final class DoorValve extends ValveBase {

    private static final Logger LOG = LoggerFactory.getLogger(DoorValve.class);
    private static final int MISDIRECTED = 421;
    private static final String CROWDED = "现在请求太多，没有办理。请过几秒再试。";
    private static final String SLOW = "请求在规定时间内没有传完，没有办理。请检查网络后再试。";

    private final DoorSettings settings;
    private final KnownHosts hosts;
    private final Connections connections;
    private final Rest rest;
    private final Share machines;
    private final Share machinesWaiting;
    private final Share peopleWaiting;

    DoorValve(DoorSettings settings, KnownHosts hosts, Connections connections, int longestRest) {
        super(true);
        this.settings = settings;
        this.hosts = hosts;
        this.connections = connections;
        this.rest = new Rest(longestRest);
        this.machines = new Share(settings.machinesAtOnce(), settings.machinesAtOnce());
        this.machinesWaiting = new Share(settings.machinesWaiting(), settings.waitingPerAddress());
        this.peopleWaiting = new Share(settings.peopleWaiting(), settings.waitingPerAddress());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String peer = request.getPeerAddr();
        int port = request.getRemotePort();
        connections.begun(peer, port);
        try {
            enter(request, response);
        } finally {
            connections.ended(peer, port);
        }
    }

    private void enter(Request request, Response response) throws IOException, ServletException {
        Callers callers = Callers.of(request.getDecodedRequestURI());
        boolean ownDoor = request.getLocalPort() == settings.machinePort();
        if (callers == Callers.PEOPLE && ownDoor) {
            refuse(request, response, Response.SC_NOT_FOUND, "这个端口只给停车场和支付渠道使用。");
        } else if (callers == Callers.PEOPLE && !hosts.know(request.getServerName())) {
            LOG.info("refused a request for a host that is not ours: {}", request.getServerName());
            refuse(request, response, MISDIRECTED, "这不是本系统的网址，请从本系统的网址进入。");
        } else if (callers == Callers.MACHINES && !ownDoor) {
            amongPeople(request, response);
        } else {
            proceed(request, response, callers);
        }
    }

    /** Without a door of their own lots and channels leave room for people. */
    private void amongPeople(Request request, Response response) throws IOException, ServletException {
        String address = network(request);
        if (!machines.enter(address)) {
            refuse(request, response, Response.SC_SERVICE_UNAVAILABLE, CROWDED);
            return;
        }
        try {
            proceed(request, response, Callers.MACHINES);
        } finally {
            machines.leave(address);
        }
    }

    private void proceed(Request request, Response response, Callers callers) throws IOException, ServletException {
        Share waiting = callers == Callers.MACHINES ? machinesWaiting : peopleWaiting;
        String address = network(request);
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        PacedBody body = new PacedBody(
                raw,
                new PacedBody.Pace(settings, System::nanoTime),
                () -> waiting.enter(address),
                () -> waiting.leave(address));
        raw.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            rest.read(raw, body);
            if (body.isGivenUp() && !response.isCommitted()) {
                refuse(
                        request,
                        response,
                        body.isCrowdedOut() ? Response.SC_SERVICE_UNAVAILABLE : Response.SC_REQUEST_TIMEOUT,
                        body.isCrowdedOut() ? CROWDED : SLOW);
            }
        } finally {
            body.end();
        }
    }

    private static String network(Request request) {
        return new Client(request.getRemoteAddr(), null).network();
    }

    /** In JSON, as scripts, lots and channels read it; what people see in its place names the sentence too. */
    private static void refuse(Request request, Response response, int status, String sentence) throws IOException {
        Rest.leave(request.getCoyoteRequest());
        // what Tomcat or the application made of it is no answer yet
        response.setSuspended(false);
        response.resetError();
        response.reset();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Retry-After", "3");
        response.setContentType("application/json;charset=UTF-8");
        String body = "{\"status\":%1$d,\"message\":\"%2$s\",\"resultCode\":%1$d,\"msg\":\"%2$s\"}"
                .formatted(status, sentence);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }
}
