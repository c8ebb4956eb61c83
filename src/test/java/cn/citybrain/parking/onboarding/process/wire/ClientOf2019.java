package cn.citybrain.parking.onboarding.process.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;

/**
 * A lot's client of 2019, written from the protocol alone and sharing nothing with the product: old addresses, GBK, {@code data} as
 * a string, 117 bytes to a block of a key of 1024 bits.
 */
final class ClientOf2019 {

    private static final Charset GBK = Charset.forName("GBK");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final String accessId;
    private final URI base;
    private final KeyPair keys;
    private final ObjectMapper json = new ObjectMapper();

    ClientOf2019(URI base, String accessId) throws Exception {
        this.base = base;
        this.accessId = accessId;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        keys = generator.generateKeyPair();
    }

    /** As its vendor hands it in: bare Base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** The whole answer. */
    JsonNode send(String call, Map<String, Object> fields) throws Exception {
        String data = json.writeValueAsString(fields);
        String plain = "{\"data\":" + JsonNodeFactory.instance.textNode(data) + "}";
        String cipher = Base64.getEncoder().encodeToString(closed(plain.getBytes(GBK)));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("accessID", accessId);
        form.put("cipher", cipher);
        form.put("sign", signed(cipher));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/tcjg/api/" + call))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return json.readTree(answer.body());
    }

    private byte[] closed(byte[] plain) throws Exception {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, keys.getPrivate());
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        for (int from = 0; from < plain.length; from += 117) {
            blocks.write(rsa.doFinal(plain, from, Math.min(117, plain.length - from)));
        }
        return blocks.toByteArray();
    }

    private String signed(String cipher) throws Exception {
        Signature md5 = Signature.getInstance("MD5withRSA");
        md5.initSign(keys.getPrivate());
        md5.update(cipher.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(md5.sign());
    }

    private static String encoded(Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }
}
