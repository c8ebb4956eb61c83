package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Proxies and HTTP/2 change the spelling of header names; the JDK's little server does it too. */
class HeaderSpellingContractTest {

    private static final String ANSWER =
            "{\"applyment_state\":\"APPLYMENT_STATE_AUDITING\",\"applyment_state_msg\":\"审核中\"}";

    private final SimulatedWechatPay wechat = SimulatedWechatPay.shared();

    @Test
    void aSignatureCountsHoweverItsHeadersAreSpelled() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        String timestamp = Long.toString(wechat.clock.instant().getEpochSecond());
        String signature = sign(timestamp + "\nnonce\n" + ANSWER + "\n");
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("wechatpay-timestamp", timestamp);
            exchange.getResponseHeaders().set("wechatpay-nonce", "nonce");
            exchange.getResponseHeaders().set("wechatpay-serial", "PUB_KEY_ID_0000000000000000000000000001");
            exchange.getResponseHeaders().set("wechatpay-signature", signature);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            ChannelAdapter adapter = wechat.adapter(SimulatedWechatPay.settings(
                    "http://localhost:" + server.getAddress().getPort(), "demo-only-merchant-private-key.pem"));
            assertThat(adapter.accounts().review("WX1")).isEqualTo(new ReviewResult.UnderReview("审核中"));
        } finally {
            server.stop(0);
        }
    }

    private static String sign(String text) throws Exception {
        String pem = new ClassPathResource("demo/wechatpay/demo-only-platform-private-key.pem")
                .getContentAsString(StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
