package cn.citybrain.parking.onboarding.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The other side's desk, by script: what the channels' people and the lot's system do. */
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final APIRequestContext http;
    private final String address;

    Desk(APIRequestContext http, String platform) {
        this.http = http;
        APIResponse redirected = http.get(platform + "/demo/api");
        this.address = redirected.url().replaceFirst("/demo/api$", "");
    }

    JsonNode get(String path) {
        return json(http.get(address + path));
    }

    JsonNode post(String path, Map<String, Object> body) {
        return json(http.post(address + path, RequestOptions.create().setData(body)));
    }

    /** Asks until the answer has an element that fits, as somebody who waits at the desk. */
    JsonNode await(String path, java.util.function.Predicate<JsonNode> fits) {
        long deadline = System.nanoTime() + java.time.Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < deadline) {
            for (JsonNode element : get(path)) {
                if (fits.test(element)) {
                    return element;
                }
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
        }
        throw new AssertionError("nothing fitting at " + path + ": " + get(path));
    }

    private static JsonNode json(APIResponse answer) {
        if (!answer.ok()) {
            throw new AssertionError(answer.url() + " answered " + answer.status() + " " + answer.text());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
