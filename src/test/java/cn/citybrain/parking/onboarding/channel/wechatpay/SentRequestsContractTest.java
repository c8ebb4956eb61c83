package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.charge.SentRequest;
import cn.citybrain.parking.onboarding.channel.charge.SentRequests;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What moves money is handed over as it was signed, before the channel has it; adapter against simulator over HTTP. */
class SentRequestsContractTest {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"(.+?)\",nonce_str=\"(.+?)\",timestamp=\"(.+?)\",serial_no=\"(.+?)\",signature=\"(.+?)\"");

    private final SimulatedWechatPay wechat = SimulatedWechatPay.shared();
    private final List<SentRequest> kept = new ArrayList<>();
    private final DeductionOrder order = wechat.parked(wechat.plate());

    @Test
    void aChargeIsKeptAsSignedBeforeTheChannelHasIt() throws Exception {
        List<Integer> chargedBefore = new ArrayList<>();
        charge(request -> {
            chargedBefore.addAll(wechat.charged(order.outTradeNo()));
            kept.add(request);
        });
        assertThat(chargedBefore).isEmpty();
        assertThat(wechat.charged(order.outTradeNo())).containsExactly(1500);

        assertThat(kept).singleElement().satisfies(request -> {
            assertThat(request.number()).isEqualTo(order.outTradeNo());
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/v3/vehicle/transactions/parking");
            assertThat(request.headers()).containsKeys("Authorization", "Content-Length");
        });
        JsonObject body = JsonParser.parseString(text(kept.get(0))).getAsJsonObject();
        assertThat(body.get("out_trade_no").getAsString()).isEqualTo(order.outTradeNo());
        assertThat(body.getAsJsonObject("parking_info").get("plate_number").getAsString())
                .isEqualTo(order.visit().plate().number());
        assertThat(signedByUs(kept.get(0))).isTrue();
    }

    @Test
    void aChangedByteWouldShow() throws Exception {
        charge(kept::add);
        SentRequest real = kept.get(0);
        byte[] forged = text(real).replace("\"total\":1500", "\"total\":1501").getBytes(StandardCharsets.UTF_8);
        assertThat(forged).isNotEqualTo(real.body());
        assertThat(signedByUs(new SentRequest(real.number(), "POST", real.target(), real.headers(), forged)))
                .isFalse();
    }

    @Test
    void aRequestWhoseAnswerIsLostIsKeptAndSoIsItsRepetition() {
        wechat.desk.plan(Fault.once(WechatPayOperation.DEDUCT, Kind.CUT).matching(order.outTradeNo()));
        assertThat(charge(kept::add)).isInstanceOf(DeductionResult.Unknown.class);
        assertThat(charge(kept::add)).isInstanceOf(DeductionResult.Succeeded.class);
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).body()).isEqualTo(kept.get(1).body());
        assertThat(kept.get(0).headers().get("Authorization"))
                .as("a nonce of its own")
                .isNotEqualTo(kept.get(1).headers().get("Authorization"));
    }

    @Test
    void whatCannotBeKeptIsNotSent() {
        assertThatThrownBy(() -> charge(request -> {
                    throw new IllegalStateException("no disk");
                }))
                .hasMessage("no disk");
        assertThat(wechat.charged(order.outTradeNo())).isEmpty();
        assertThat(wechat.adapter.charges().deduction(order)).isNotInstanceOf(DeductionResult.Succeeded.class);
        assertThat(charge(kept::add)).as("the connection is usable").isInstanceOf(DeductionResult.Succeeded.class);
    }

    @Test
    void aRefundIsKeptUnderItsOwnNumberAndQueriesAreNot() throws Exception {
        ChannelAdapter adapter = adapter(kept::add);
        adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(wechat.number("RF"), order, "", 1500, 1500, "测试款退回");
        assertThat(adapter.charges().refund(refund)).isInstanceOf(RefundResult.Refunded.class);
        adapter.charges().refundState(refund);
        adapter.charges().deduction(order);
        assertThat(kept).extracting(SentRequest::number).containsExactly(order.outTradeNo(), refund.outRefundNo());
        assertThat(kept.get(1).target()).isEqualTo("/v3/refund/domestic/refunds");
        assertThat(signedByUs(kept.get(1))).isTrue();
    }

    private DeductionResult charge(Consumer<SentRequest> keep) {
        return adapter(keep::accept).charges().deduct(order);
    }

    private ChannelAdapter adapter(SentRequests requests) {
        return wechat.adapter(
                SimulatedWechatPay.settings(wechat.server.url(), "demo-only-merchant-private-key.pem"), requests);
    }

    private static boolean signedByUs(SentRequest request) throws Exception {
        Matcher parts = AUTHORIZATION.matcher(request.headers().get("Authorization"));
        assertThat(parts.matches()).isTrue();
        String signed = String.join(
                "\n", request.method(), request.target(), parts.group(3), parts.group(2), text(request), "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(ourKey());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(parts.group(5)));
    }

    private static PublicKey ourKey() throws Exception {
        String pem = new ClassPathResource("demo/wechatpay/demo-only-merchant-public-key.pem")
                .getContentAsString(StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static String text(SentRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
