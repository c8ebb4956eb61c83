package cn.citybrain.parking.onboarding.process.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A callback as it came over the wire, to be sent again, changed or not. */
record RawCallback(String path, Map<String, String> headers, String body) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What the client writes by itself. */
    private static final Set<String> OWN =
            Set.of("host", "content-length", "connection", "http2-settings", "upgrade", "expect");

    record Reply(int status, String body) {}

    /** As the inbox keeps it: path, headers, an empty line, the body. */
    static RawCallback read(byte[] kept) {
        String text = new String(kept, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        String[] lines = text.substring(0, end).split("\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 2));
        }
        return new RawCallback(lines[0], headers, text.substring(end + 2));
    }

    Reply post(int port) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!OWN.contains(name)) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same with a digit of the body changed, without its end, and as nonsense. */
    List<RawCallback> forgeries() {
        List<RawCallback> forged = new ArrayList<>();
        forged.add(new RawCallback(path, headers, otherDigit()));
        forged.add(new RawCallback(path, headers, body.substring(0, body.length() / 2)));
        forged.add(new RawCallback(path, headers, "<html>" + body.hashCode()));
        return forged;
    }

    private String otherDigit() {
        int at = body.indexOf('5') < 0 ? body.indexOf('1') : body.indexOf('5');
        char digit = body.charAt(at) == '9' ? '8' : '9';
        return body.substring(0, at) + digit + body.substring(at + 1);
    }
}
