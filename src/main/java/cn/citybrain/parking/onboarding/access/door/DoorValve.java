package cn.citybrain.parking.onboarding.access.door;

import cn.citybrain.parking.onboarding.access.throttle.Client;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final int NAMES_TOLD = 50;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final DoorSettings settings;
    private final KnownHosts hosts;
    private final Connections connections;
    private final UnreadBody unread;
    private final Share people;
    private final Share machines;
    private final Waiting machinesWaiting;
    private final Waiting peopleWaiting;

    DoorValve(DoorSettings settings, KnownHosts hosts, Connections connections, int longestUnread) {
        super(true);
        this.settings = settings;
        this.hosts = hosts;
        this.connections = connections;
        this.unread = new UnreadBody(longestUnread);
        this.people = new Share(Integer.MAX_VALUE, settings.peopleAtOncePerAddress());
        this.machines = new Share(settings.machinesAtOnce(), settings.machinesAtOnce());
        this.machinesWaiting = new Waiting(settings.machinesWaiting(), settings.waitingPerAddress());
        this.peopleWaiting = new Waiting(settings.peopleWaiting(), settings.waitingPerAddress());
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
            tell(request.getServerName());
            refuse(request, response, MISDIRECTED, "这不是本系统的网址，请从本系统的网址进入。");
        } else if (callers == Callers.WATCHERS || ownDoor) {
            proceed(request, response, callers);
        } else {
            proceed(request, response, callers, callers == Callers.MACHINES ? machines : people);
        }
    }

    /** One port has one pool of threads: lots and channels leave room for people, and no address takes it all. */
    private void proceed(Request request, Response response, Callers callers, Share share)
            throws IOException, ServletException {
        String address = network(request);
        if (!share.enter(address)) {
            refuse(request, response, Response.SC_SERVICE_UNAVAILABLE, CROWDED);
            return;
        }
        try {
            proceed(request, response, callers);
        } finally {
            share.leave(address);
        }
    }

    private void proceed(Request request, Response response, Callers callers) throws IOException, ServletException {
        Waiting waiting = callers == Callers.MACHINES ? machinesWaiting : peopleWaiting;
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        PacedBody body =
                new PacedBody(raw, new PacedBody.Pace(settings, System::nanoTime), waiting.of(network(request)));
        raw.setInputBuffer(body);
        request.setAttribute(PacedBody.ATTRIBUTE, body);
        try {
            getNext().invoke(request, response);
            unread.read(raw, body);
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

    /** Each name once, and not every name that somebody invents. */
    private void tell(String name) {
        if (told.size() < NAMES_TOLD && told.add(name)) {
            LOG.warn("people are not answered under the name {}: see ONBOARDING_HOSTS", name);
        }
    }

    private static void refuse(Request request, Response response, int status, String sentence) throws IOException {
        UnreadBody.leave(request.getCoyoteRequest());
        // what Tomcat or the application made of it is no answer yet
        response.setSuspended(false);
        response.resetError();
        response.reset();
        response.setStatus(status);
        response.setHeader("Retry-After", "3");
        ShortAnswer.write(request, response, sentence);
    }
}
