package cn.citybrain.parking.onboarding.access.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/** A refusal by the server itself, before the application is asked: one sentence, as a page to browsers, else as JSON. */
final class ShortAnswer {

    /** As scripts read it, and lots. */
    private static final String CALL = "{\"status\":%1$d,\"message\":\"%2$s\",\"resultCode\":%1$d,\"msg\":\"%2$s\"}";

    private static final String PAGE = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>%1$d</title><p>%2$s</p></html>";

    private ShortAnswer() {}

    /** Of the status that the answer has. */
    static void write(Request request, Response response, String sentence) throws IOException {
        ToldHeaders.set(request.getRequest(), response);
        response.setHeader("Cache-Control", "no-store");
        boolean page = String.valueOf(request.getHeader("Accept")).contains("text/html");
        response.setContentType((page ? "text/html" : "application/json") + ";charset=UTF-8");
        String words = (page ? PAGE : CALL).formatted(response.getStatus(), sentence);
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }
}
