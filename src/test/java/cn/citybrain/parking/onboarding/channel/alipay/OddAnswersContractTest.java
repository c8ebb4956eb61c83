package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Answers that no simulator gives: a gateway of a few lines says whatever a test wants, signed with Alipay's key. */
class OddAnswersContractTest {

    private static final String SIGNED = "{\"code\":\"10000\",\"msg\":\"Success\",\"agreement_scene\":\"PLATE_PAY\"}";

    private final SimulatedAlipay alipay = SimulatedAlipay.shared();
    private final DeductionOrder order =
            alipay.bench.order(alipay.bench.visit(alipay.lot(), alipay.bench.plate()), "20261123080000SN");
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int status = 200;
    private HttpServer gateway;
    private ChannelAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        adapter = alipay.adapter(SimulatedAlipay.settings(
                "http://localhost:" + gateway.getAddress().getPort() + "/gateway.do", Duration.ofSeconds(5)));
        answer("alipay.eco.mycar.parking.agreement.query", SIGNED);
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getQuery();
        String method = query.replaceFirst(".*(?:^|&)method=([^&]*).*", "$1");
        byte[] body = answers.getOrDefault(method, "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "http://localhost:1/");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String root(String method) {
        return method.replace('.', '_') + "_response";
    }

    private static String sign(String text) {
        try {
            String key = new ClassPathResource("demo/alipay/demo-only-alipay-private-key.pem")
                    .getContentAsString(StandardCharsets.US_ASCII)
                    .replaceAll("-----[A-Z ]+-----|\\s", "");
            return AlipaySignature.rsaSign(text, key, "UTF-8", "RSA2");
        } catch (IOException | AlipayApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(String method, String node) {
        answers.put(method, "{\"" + root(method) + "\":" + node + ",\"sign\":\"" + sign(node) + "\"}");
    }

    private DeductionResult paid(Function<String, String> body) {
        String method = "alipay.eco.mycar.parking.order.pay";
        answers.put(method, body.apply(root(method)));
        return adapter.charges().deduct(order);
    }

    private String success() {
        return "{\"code\":\"10000\",\"msg\":\"Success\",\"out_trade_no\":\"" + order.outTradeNo()
                + "\",\"trade_no\":\"2026112300000000001\",\"user_id\":\"\",\"total_fee\":\"15.00\","
                + "\"gmt_payment\":\"2026-11-23 09:00:00\"}";
    }

    private String whole(String root, String node) {
        return "{\"" + root + "\":" + node + ",\"sign\":\"" + sign(node) + "\"}";
    }

    @Test
    void theGatewayOfTheseTestsIsBelievedWhenItSpeaksAsItShould() {
        assertThat(paid(root -> whole(root, success()))).isInstanceOf(DeductionResult.Succeeded.class);
        // slashes may be escaped, before or after signing
        String slashed = success().replace("\"user_id\":\"\"", "\"user_id\":\"\",\"fund_bill_list\":\"a\\/b\"");
        assertThat(paid(root -> whole(root, slashed))).isInstanceOf(DeductionResult.Succeeded.class);
        String plain = slashed.replace("\\/", "/");
        assertThat(paid(root -> "{\"" + root + "\":" + slashed + ",\"sign\":\"" + sign(plain) + "\"}"))
                .isInstanceOf(DeductionResult.Succeeded.class);
    }

    @Test
    void aSuccessIsBelievedOnlyAsTheSignedWhole() {
        String node = success();
        String other = node.replace("15.00", "0.01");
        assertThat(paid(root -> "{\"" + root + "\":" + node + "}"))
                .as("unsigned")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> "{\"" + root + "\":" + node + ",\"sign\":\"\"}"))
                .as("empty signature")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> "{\"" + root + "\":" + node + ",\"sign\":\"%%%\"}"))
                .as("no signature at all")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> "{\"" + root + "\":" + other + ",\"sign\":\"" + sign(node) + "\"}"))
                .as("changed")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> "{\"x\":" + other + ",\"" + root + "\":" + node + ",\"sign\":\"" + sign(node) + "\"}"))
                .as("another object before")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> "{\"" + root + "\":" + node + ",\"x\":" + other + ",\"sign\":\"" + sign(node) + "\"}"))
                .as("another object after")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> "{\"" + root + "\":" + node + ",\"" + root + "\":" + other + ",\"sign\":\"" + sign(node)
                        + "\"}"))
                .as("twice")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> whole("alipay_other_response", node)))
                .as("answer to another method")
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> whole(root, "[]"))).as("a list").isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> "[" + whole(root, node) + "]"))
                .as("in a list")
                .isInstanceOf(DeductionResult.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"sign\":\"x\"}", "{", "10000"})
    void whatIsNoAnswerAtAllIsUnknown(String body) {
        assertThat(paid(root -> body)).isInstanceOf(DeductionResult.Unknown.class);
    }

    @Test
    void aFaultOfTheGatewayUnderItsOldNameCountsOnlyWhenSigned() {
        String node =
                "{\"code\":\"40002\",\"msg\":\"Invalid Arguments\",\"sub_code\":\"isv.invalid-app-id\",\"sub_msg\":\"无效\"}";
        assertThat(paid(root -> whole("error_response", node)))
                .isEqualTo(new DeductionResult.Failed("isv.invalid-app-id", "无效"));
        assertThat(paid(root -> "{\"error_response\":" + node + "}")).isInstanceOf(DeductionResult.Unknown.class);
    }

    @Test
    void anAnswerWithoutCodeIsNone() {
        String node = success().replace("\"code\":\"10000\",", "");
        assertThat(paid(root -> whole(root, node))).isInstanceOf(DeductionResult.Unknown.class);
        String refused = "{\"code\":\"40004\",\"msg\":\"Business Failed\"}";
        answer(
                "alipay.eco.mycar.trade.order.query",
                "{\"code\":\"40004\",\"msg\":\"x\",\"sub_code\":\"TRADE_NOT_EXIST\"}");
        assertThat(paid(root -> whole(root, refused)))
                .as("the SDK calls an error without sub code a success")
                .isEqualTo(new DeductionResult.Failed("40004", "Business Failed"));
    }

    @Test
    void aSuccessWithASubCodeIsNone() {
        String node = success().replace("\"msg\":\"Success\"", "\"msg\":\"Success\",\"sub_code\":\"X\"");
        assertThat(paid(root -> whole(root, node))).isInstanceOf(DeductionResult.Unknown.class);
    }

    @Test
    void theAnswerToAnotherOrderIsNone() {
        assertThat(paid(root -> whole(root, success().replace(order.outTradeNo(), "TD999999"))))
                .isInstanceOf(DeductionResult.Unknown.class);
        String found = "{\"code\":\"10000\",\"msg\":\"Success\",\"out_biz_trade_no\":\"TD999999\",\"trade_status\":1,"
                + "\"trade_no\":\"2026112300000000001\",\"total_fee\":\"15.00\",\"send_back_fee\":\"15.00\","
                + "\"gmt_payment_success\":\"2026-11-23 09:00:00\"}";
        answer("alipay.eco.mycar.trade.order.query", found);
        assertThat(adapter.charges().deduction(order)).isInstanceOf(DeductionResult.Unknown.class);
        RefundOrder refund = new RefundOrder("R1", order, "2026112300000000001", 1500, 1500, "");
        assertThat(adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Unknown.class);
        answer("alipay.eco.mycar.trade.order.query", found.replace("\"out_biz_trade_no\":\"TD999999\",", ""));
        assertThat(adapter.charges().deduction(order)).isInstanceOf(DeductionResult.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade_no", "total_fee", "gmt_payment"})
    void anIncompleteSuccessIsUnknown(String missing) {
        String node =
                success().replaceFirst("\"" + missing + "\":\"[^\"]*\",?", "").replace(",}", "}");
        assertThat(paid(root -> whole(root, node))).isInstanceOf(DeductionResult.Unknown.class);
        String odd = success().replaceFirst("\"" + missing + "\":\"[^\"]*\"", "\"" + missing + "\":\" \"");
        assertThat(paid(root -> whole(root, odd))).isInstanceOf(DeductionResult.Unknown.class);
    }

    @Test
    void anAmountOrTimeThatIsNoneIsUnknown() {
        assertThat(paid(root -> whole(root, success().replace("15.00", "fifteen"))))
                .isInstanceOf(DeductionResult.Unknown.class);
        assertThat(paid(root -> whole(root, success().replace("2026-11-23 09:00:00", "2026-11-23T09:00:00Z"))))
                .isInstanceOf(DeductionResult.Unknown.class);
    }

    @Test
    void aRefundThatIsNotOursIsUnknown() {
        RefundOrder refund = new RefundOrder("R1", order, "2026112300000000001", 1500, 1500, "");
        for (String node : new String[] {
            "{\"code\":\"10000\",\"msg\":\"Success\",\"out_refund_no\":\"R2\",\"refund_fee\":\"15.00\"}",
            "{\"code\":\"10000\",\"msg\":\"Success\",\"out_refund_no\":\"R1\",\"refund_fee\":\"1.00\"}",
            "{\"code\":\"10000\",\"msg\":\"Success\",\"out_refund_no\":\"R1\"}",
            "{\"code\":\"10000\",\"msg\":\"Success\",\"out_refund_no\":\"R1\",\"refund_fee\":\"x\"}"
        }) {
            answer("alipay.eco.mycar.parking.order.refund", node);
            assertThat(adapter.charges().refund(refund)).as(node).isInstanceOf(RefundResult.Unknown.class);
        }
        answer(
                "alipay.eco.mycar.parking.order.refund",
                "{\"code\":\"10000\",\"msg\":\"Success\",\"out_refund_no\":\"R1\",\"refund_fee\":\"15.00\"}");
        assertThat(adapter.charges().refund(refund))
                .as("without a number of its own")
                .isEqualTo(new RefundResult.Refunded(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alipay.eco.mycar.parking.enterinfo.sync",
                "alipay.eco.mycar.parking.parkinglotinfo.create",
                "alipay.open.agent.create"
            })
    void aSuccessWithoutTheNumberThatMattersIsNone(String method) {
        answer(method, "{\"code\":\"10000\",\"msg\":\"Success\"}");
        answer(
                "alipay.eco.mycar.parking.parkinglotinfo.query",
                "{\"code\":\"40004\",\"msg\":\"x\",\"sub_code\":\"PARKING_LOT_NOT_EXIST\"}");
        LotRegistration lot = alipay.bench.lot(SimulatedAlipay.PID, List.of());
        assertThatThrownBy(() -> {
                    switch (method) {
                        case "alipay.open.agent.create" ->
                            adapter.accounts().submit(alipay.application(alipay.bench.number("ZF"), Map.of()));
                        case "alipay.eco.mycar.parking.enterinfo.sync" ->
                            adapter.vehicles().entered(order.visit());
                        default -> adapter.lots().register(lot);
                    }
                })
                .isInstanceOf(ChannelException.class);
    }

    @Test
    void aLotThatAlipayKnowsWithoutANumberIsRegistered() {
        LotRegistration lot = alipay.bench.lot(SimulatedAlipay.PID, List.of());
        answer("alipay.eco.mycar.parking.parkinglotinfo.query", "{\"code\":\"10000\",\"msg\":\"Success\"}");
        answer(
                "alipay.eco.mycar.parking.parkinglotinfo.create",
                "{\"code\":\"10000\",\"msg\":\"Success\",\"parking_id\":\"PI1\"}");
        assertThat(adapter.lots().register(lot)).isEqualTo(new LotState.Registered(AlipayLots.ourId(lot), "PI1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOMETHING_NEW", "MERCHANT_CONFIRM", "MERCHANT_CONFIRM_SUCCESS"})
    void aStateThatDoesNotTellIsUndetermined(String state) {
        String no = alipay.bench.number("ZF");
        assertThat(alipay.adapter.accounts().submit(alipay.application(no, Map.of())))
                .isInstanceOf(SubmitResult.Submitted.class);
        String product = "[{\"product_code\":\"" + SimulatedAlipay.PRODUCT + "\",\"status\":\"valid\"}]";
        answer(
                "alipay.open.agent.order.query",
                "{\"code\":\"10000\",\"msg\":\"Success\",\"order_status\":\"" + state
                        + "\",\"product_agent_status_infos\":" + product + "}");
        assertThat(adapter.accounts().review(no)).isInstanceOf(ReviewResult.Undetermined.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 302, 404, 502})
    void anotherStatusThanTwoHundredIsNoAnswerAndIsAskedForOnce(int other) {
        status = other;
        answer("alipay.eco.mycar.trade.order.query", SIGNED);
        assertThat(adapter.charges().deduction(order))
                .isEqualTo(new DeductionResult.Unknown("应答缺失或无法验证（HTTP " + other + "）"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        assertThat(paid(root -> whole(root, success().replace("15.00", "1".repeat(1024 * 1024)))))
                .isInstanceOf(DeductionResult.Unknown.class);
    }
}
