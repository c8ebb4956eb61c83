package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Browser;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Files, what they need to be right, and how a browser sends them. */
final class TestFiles {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private TestFiles() {}

    static byte[] csv(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Letters that no other test has. */
    static String unique() {
        return "t" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50), 36);
    }

    /** A unified social credit code whose check digit holds. */
    static String uscc(long number) {
        String body = "91330102" + "%09d".formatted(number % 1_000_000_000L);
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    static String uscc() {
        return uscc(ThreadLocalRandom.current().nextLong(1_000_000_000L));
    }

    static HttpResponse<String> upload(Browser browser, String kind, String name, byte[] content) {
        HttpRequest.Builder request = browser.request(
                        "/api/masterdata/import/" + kind + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(content));
        browser.cookie("ONBOARDING-XSRF").ifPresent(token -> request.header("X-ONBOARDING-XSRF", token));
        return browser.send(request);
    }
}
