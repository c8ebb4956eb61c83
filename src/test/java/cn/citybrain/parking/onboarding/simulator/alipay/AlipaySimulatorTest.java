package cn.citybrain.parking.onboarding.simulator.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.ContractBench;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipaySeals;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BeijingTime;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AlipayLogger;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayEcoMycarParkingAgreementQueryRequest;
import com.alipay.api.request.AlipayEcoMycarParkingEnterinfoSyncRequest;
import com.alipay.api.request.AlipayEcoMycarParkingExitinfoSyncRequest;
import com.alipay.api.request.AlipayEcoMycarParkingOrderPayRequest;
import com.alipay.api.request.AlipayEcoMycarParkingOrderRefundRequest;
import com.alipay.api.request.AlipayEcoMycarParkingOrderSyncRequest;
import com.alipay.api.request.AlipayEcoMycarParkingParkinglotinfoCreateRequest;
import com.alipay.api.request.AlipayEcoMycarParkingParkinglotinfoQueryRequest;
import com.alipay.api.request.AlipayEcoMycarTradeOrderQueryRequest;
import com.alipay.api.request.AlipayOpenAgentCancelRequest;
import com.alipay.api.request.AlipayOpenAgentCommonSignRequest;
import com.alipay.api.request.AlipayOpenAgentConfirmRequest;
import com.alipay.api.request.AlipayOpenAgentCreateRequest;
import com.alipay.api.request.AlipayOpenAgentOrderQueryRequest;
import com.alipay.api.request.AlipayOpenAgentSignstatusQueryRequest;
import com.alipay.api.response.AlipayEcoMycarParkingOrderPayResponse;
import com.alipay.api.response.AlipayEcoMycarTradeOrderQueryResponse;
import com.alipay.api.response.AlipayOpenAgentOrderQueryResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The simulator as the official SDK finds it, without any code of the adapter; and what only raw requests show. */
class AlipaySimulatorTest {

    private static final String PID = "2088900000000002";
    private static final String WEAK = "jdk.certpath.disabledAlgorithms";

    private final ContractBench bench = ContractBench.shared();
    private final ChannelDesk desk = bench.desk("alipay");
    private final String gateway = bench.server.url() + "/sim/alipay/gateway.do";
    private final AlipayClient sdk = sdk("application-private-key.pem", "alipay-public-key.pem");

    private AlipayClient sdk(String privateKey, String alipayPublicKey) {
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(gateway);
        config.setAppId("2021000000000109");
        config.setPrivateKey(key(privateKey));
        config.setAlipayPublicKey(key(alipayPublicKey));
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        String weak = Security.getProperty(WEAK);
        // its log would hold whole requests
        AlipayLogger.setNeedEnableLogger(false);
        try {
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException e) {
            throw new IllegalStateException(e);
        } finally {
            Security.setProperty(WEAK, weak);
        }
    }

    private static String key(String file) {
        try {
            return new ClassPathResource("demo/alipay/demo-only-" + file)
                    .getContentAsString(StandardCharsets.US_ASCII)
                    .replaceAll("-----[A-Z ]+-----|\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AlipayResponse> T call(AlipayRequest<T> request) throws AlipayApiException {
        T answer = sdk.execute(request);
        assertThat(answer.getBody()).contains("\"sign\":\"");
        return answer;
    }

    private <T extends AlipayResponse> T good(AlipayRequest<T> request) throws AlipayApiException {
        T answer = call(request);
        assertThat(answer.getCode()).as(answer.getBody()).isEqualTo("10000");
        return answer;
    }

    // signing on behalf

    private String opened(String account) throws AlipayApiException {
        AlipayOpenAgentCreateRequest create = new AlipayOpenAgentCreateRequest();
        create.setBizContent("{\"account\":\"" + account + "\",\"contact_info\":{\"contact_name\":\"王建国\","
                + "\"contact_mobile\":\"13800001234\",\"contact_email\":\"wang@parking.example\"}}");
        return good(create).getBatchNo();
    }

    private static AlipayOpenAgentCommonSignRequest papers(String batchNo) {
        AlipayOpenAgentCommonSignRequest sign = new AlipayOpenAgentCommonSignRequest();
        sign.setBatchNo(batchNo);
        sign.setProductCode("PARKING_WITHHOLDING_DEMO");
        sign.setMccCode("A_A03_4582");
        sign.setBusinessLicenseNo("91330102765432101R");
        sign.setLongTerm(true);
        sign.setShopName("武林广场停车场");
        sign.setShopProvinceCode("330000");
        sign.setShopCityCode("330100");
        sign.setShopDistrictCode("330105");
        sign.setShopDetailAddress("杭州市拱墅区武林广场 1 号");
        return sign;
    }

    private static FileItem picture(int size) {
        byte[] content = new byte[size];
        content[0] = (byte) 0x89;
        content[1] = 'P';
        return new FileItem("门头.png", content, "image/png");
    }

    private String status(String batchNo) throws AlipayApiException {
        AlipayOpenAgentOrderQueryRequest query = new AlipayOpenAgentOrderQueryRequest();
        query.setBizContent("{\"batch_no\":\"" + batchNo + "\"}");
        AlipayOpenAgentOrderQueryResponse answer = call(query);
        return answer.getOrderStatus() == null ? answer.getSubCode() : answer.getOrderStatus();
    }

    private AlipayResponse confirm(String batchNo) throws AlipayApiException {
        AlipayOpenAgentConfirmRequest confirm = new AlipayOpenAgentConfirmRequest();
        confirm.setBizContent("{\"batch_no\":\"" + batchNo + "\"}");
        return call(confirm);
    }

    @Test
    void signsOnBehalfOverMultipart() throws Exception {
        String account = bench.number("sdk") + "@parking.example";
        String batchNo = opened(account);
        assertThat(batchNo).hasSize(25);
        assertThat(confirm(batchNo).getSubCode()).as("nothing in it").isEqualTo("BATCH_EMPTY");
        AlipayOpenAgentCommonSignRequest sign = papers(batchNo);
        sign.setBusinessLicensePic(picture(5 * 1024));
        sign.setShopSignBoardPic(picture(3 * 1024 * 1024));
        sign.setSpecialLicensePic(picture(5 * 1024 * 1024));
        good(sign);
        assertThat(status(batchNo)).isEqualTo("ORDER_NOT_EXIST");
        assertThat(confirm(batchNo).getCode()).isEqualTo("10000");
        assertThat(confirm(batchNo).getSubCode()).as("twice").isEqualTo("BATCH_STATUS_ERROR");
        assertThat(status(batchNo)).isEqualTo("MERCHANT_AUDITING");
        assertThat(desk.application(batchNo).orElseThrow().value("shop_name")).isEqualTo("武林广场停车场");
        assertThat(signState(account)).isEqualTo("audit");

        AlipayOpenAgentCommonSignRequest second = papers(opened(account));
        assertThat(call(second).getSubCode()).as("one at a time").isEqualTo("PRODUCT_ALREADY_SIGNED");
    }

    private String signState(String account) throws AlipayApiException {
        AlipayOpenAgentSignstatusQueryRequest query = new AlipayOpenAgentSignstatusQueryRequest();
        query.setBizContent("{\"pid\":\"" + account + "\",\"product_codes\":[\"PARKING_WITHHOLDING_DEMO\"]}");
        return good(query).getSignStatusList().get(0).getStatus();
    }

    @Test
    void takesTheSameMethodAsAPlainFormWhenThereIsNoPicture() throws Exception {
        String batchNo = opened(bench.number("sdk") + "@parking.example");
        good(papers(batchNo));
        assertThat(confirm(batchNo).getCode()).isEqualTo("10000");
    }

    @ParameterizedTest
    @CsvSource({"5119, isv.invalid-parameter", "5242881, isv.invalid-parameter"})
    void refusesPicturesOfAnotherSize(int size, String code) throws Exception {
        AlipayOpenAgentCommonSignRequest sign = papers(opened(bench.number("sdk") + "@parking.example"));
        sign.setShopSignBoardPic(picture(size));
        assertThat(call(sign).getSubCode()).isEqualTo(code);
    }

    @Test
    void aTransactionLivesForAnHour() throws Exception {
        String batchNo = opened(bench.number("sdk") + "@parking.example");
        bench.clock.advance(Duration.ofMinutes(59));
        good(papers(batchNo));
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(call(papers(batchNo)).getSubCode()).isEqualTo("BATCH_STATUS_ERROR");
        assertThat(confirm(batchNo).getSubMsg()).contains("timeout");
    }

    @Test
    void aCancelledTransactionTakesNothing() throws Exception {
        String batchNo = opened(bench.number("sdk") + "@parking.example");
        AlipayOpenAgentCancelRequest cancel = new AlipayOpenAgentCancelRequest();
        cancel.setBizContent("{\"batch_no\":\"" + batchNo + "\"}");
        good(cancel);
        assertThat(call(cancel).getSubCode()).isEqualTo("BATCH_STATUS_ERROR");
        assertThat(call(papers(batchNo)).getSubMsg()).contains("cancel");
        assertThat(call(papers("1")).getSubCode()).isEqualTo("BATCH_NOT_EXIST");
    }

    // money

    @Test
    void chargesAndGivesBack() throws Exception {
        desk.adopt(PID, "SDK 停车", Map.of());
        String lot = bench.number("SDKLOT");
        AlipayEcoMycarParkingParkinglotinfoCreateRequest create =
                new AlipayEcoMycarParkingParkinglotinfoCreateRequest();
        create.setBizContent("{\"out_parking_id\":\"" + lot + "\",\"parking_name\":\"武林广场停车场\","
                + "\"parking_address\":\"杭州市拱墅区武林广场 1 号\",\"longitude\":\"120.163102\",\"latitude\":\"30.279185\","
                + "\"parking_mobile\":\"0571-88000000\",\"pay_type\":\"1,2\",\"mchnt_id\":\"" + PID + "\"}");
        String parkingId = good(create).getParkingId();
        assertThat(call(create).getBody()).contains("\"biz_code\":\"INVALID_PARAMETER\"");
        AlipayEcoMycarParkingParkinglotinfoQueryRequest known = new AlipayEcoMycarParkingParkinglotinfoQueryRequest();
        known.setBizContent("{\"out_parking_id\":\"" + lot + "\"}");
        assertThat(good(known).getParkingId()).isEqualTo(parkingId);

        String plate = bench.plate().number();
        AlipayEcoMycarParkingAgreementQueryRequest agreement = new AlipayEcoMycarParkingAgreementQueryRequest();
        agreement.setBizContent("{\"car_number\":\"" + plate + "\",\"plate_color\":\"BLUE\",\"parking_id\":\""
                + parkingId + "\",\"ver\":\"v2.1\"}");
        assertThat(good(agreement).getAgreementScene()).isEqualTo("ETC_PAY,PLATE_PAY");

        AlipayEcoMycarParkingEnterinfoSyncRequest enter = new AlipayEcoMycarParkingEnterinfoSyncRequest();
        enter.setBizContent("{\"parking_id\":\"" + parkingId + "\",\"car_number\":\"" + plate
                + "\",\"car_color\":\"BLUE\",\"in_time\":\"2026-11-23 08:00:00\",\"out_serial_no\":\"" + plate + "\"}");
        String serialNo = good(enter).getSerialNo();
        assertThat(good(enter).getSerialNo()).isEqualTo(serialNo);
        AlipayEcoMycarParkingExitinfoSyncRequest exit = new AlipayEcoMycarParkingExitinfoSyncRequest();
        exit.setBizContent("{\"parking_id\":\"" + parkingId + "\",\"car_number\":\"" + plate
                + "\",\"out_time\":\"2026-11-23 08:59:00\",\"serial_no\":\"" + serialNo + "\"}");
        good(exit);

        String outTradeNo = bench.number("SDK");
        AlipayEcoMycarParkingOrderPayRequest pay = pay(outTradeNo, parkingId, plate, serialNo, "15.00");
        AlipayEcoMycarParkingOrderPayResponse paid = good(pay);
        assertThat(paid.getTotalFee()).isEqualTo("15.00");
        assertThat(paid.getFundBillList()).isEqualTo("[{\"amount\":\"15.00\",\"fund_channel\":\"ALIPAYACCOUNT\"}]");
        assertThat(good(pay).getTradeNo()).as("an identical repeat").isEqualTo(paid.getTradeNo());
        assertThat(call(pay(outTradeNo, parkingId, plate, serialNo, "16.00")).getSubCode())
                .isEqualTo("OUT_TRADE_NO_USED");
        assertThat(bench.charged(outTradeNo)).containsExactly(1500);

        AlipayEcoMycarParkingOrderSyncRequest sync = new AlipayEcoMycarParkingOrderSyncRequest();
        sync.setBizContent("{\"user_id\":\"" + paid.getUserId() + "\",\"out_parking_id\":\"" + lot
                + "\",\"parking_name\":\"武林广场停车场\",\"car_number\":\"" + plate + "\",\"out_order_no\":\"" + outTradeNo
                + "\",\"order_no\":\"" + paid.getTradeNo()
                + "\",\"order_status\":\"0\",\"order_time\":\"2026-11-23 08:59:30\","
                + "\"pay_time\":\"2026-11-23 09:00:00\",\"pay_money\":\"15.00\",\"in_time\":\"2026-11-23 08:00:00\","
                + "\"in_duration\":\"59\",\"pay_type\":\"1\"}");
        good(sync);

        String outRefundNo = bench.number("R");
        AlipayEcoMycarParkingOrderRefundRequest refund = new AlipayEcoMycarParkingOrderRefundRequest();
        refund.setBizContent("{\"order_no\":\"" + paid.getTradeNo() + "\",\"out_order_no\":\"" + outTradeNo
                + "\",\"out_refund_no\":\"" + outRefundNo + "\",\"refund_fee\":\"15.00\",\"refund_reason\":\"测试\"}");
        String refundNo = good(refund).getRefundNo();
        assertThat(good(refund).getRefundNo()).isEqualTo(refundNo);
        assertThat(bench.refunded(outRefundNo)).containsExactly(1500);

        AlipayEcoMycarTradeOrderQueryRequest query = new AlipayEcoMycarTradeOrderQueryRequest();
        query.setBizContent("{\"out_biz_trade_no\":\"" + outTradeNo + "\"}");
        AlipayEcoMycarTradeOrderQueryResponse trade = good(query);
        assertThat(trade.getTradeStatus()).isEqualTo(8);
        assertThat(trade.getSendBackFee()).isEqualTo("15.00");
        query.setBizContent("{\"out_biz_trade_no\":\"nobody\"}");
        assertThat(call(query).getSubCode()).isEqualTo("TRADE_NOT_EXIST");
    }

    private static AlipayEcoMycarParkingOrderPayRequest pay(
            String outTradeNo, String parkingId, String plate, String serialNo, String fee) {
        AlipayEcoMycarParkingOrderPayRequest pay = new AlipayEcoMycarParkingOrderPayRequest();
        pay.setBizContent(
                "{\"out_trade_no\":\"" + outTradeNo + "\",\"total_fee\":\"" + fee
                        + "\",\"subject\":\"停车费\",\"seller_id\":\"" + PID + "\",\"parking_id\":\"" + parkingId
                        + "\",\"car_number\":\"" + plate + "\",\"car_number_color\":\"BLUE\",\"serial_no\":\""
                        + serialNo
                        + "\",\"in_time\":\"2026-11-23 08:00:00\",\"out_time\":\"2026-11-23 08:59:00\",\"pay_scene\":\"PLATE_PAY\"}");
        return pay;
    }

    // the envelope

    @Test
    void doesNotAnswerToAnotherKey() throws Exception {
        AlipayEcoMycarTradeOrderQueryRequest query = new AlipayEcoMycarTradeOrderQueryRequest();
        query.setBizContent("{\"out_biz_trade_no\":\"x\"}");
        AlipayClient forger = sdk("alipay-private-key.pem", "application-public-key.pem");
        assertThatThrownBy(() -> forger.execute(query))
                .as("the answer is signed with Alipay's key")
                .isInstanceOf(Exception.class);
        assertThat(raw(signed(parameters(), "alipay-private-key.pem"))).contains("isv.invalid-signature");
    }

    private static Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("app_id", "2021000000000109");
        parameters.put("method", "alipay.eco.mycar.trade.order.query");
        parameters.put("format", "json");
        parameters.put("charset", "utf-8");
        parameters.put("sign_type", "RSA2");
        // the gateway compares with the machine's clock, as the SDK signs with it
        parameters.put("timestamp", BeijingTime.text(Instant.now()));
        parameters.put("version", "1.0");
        parameters.put("biz_content", "{\"out_biz_trade_no\":\"nobody\"}");
        return parameters;
    }

    private static Map<String, String> signed(Map<String, String> parameters, String key) throws AlipayApiException {
        parameters.put(
                "sign", AlipaySignature.rsaSign(AlipaySeals.text(parameters, "sign"), key(key), "UTF-8", "RSA2"));
        return parameters;
    }

    private String raw(Map<String, String> parameters) throws Exception {
        String form = parameters.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void readsAllParametersFromTheFormAsWell() throws Exception {
        assertThat(raw(signed(parameters(), "application-private-key.pem")))
                .startsWith("{\"alipay_eco_mycar_trade_order_query_response\":{\"code\":\"40004\"")
                .contains("\"sub_code\":\"TRADE_NOT_EXIST\"")
                .contains("},\"sign\":\"");
    }

    @ParameterizedTest
    @CsvSource({
        "method, '', 40001, isv.missing-method",
        "app_id, '', 40001, isv.missing-app-id",
        "sign_type, '', 40001, isv.missing-signature-type",
        "timestamp, '', 40001, isv.missing-timestamp",
        "version, '', 40001, isv.missing-version",
        "biz_content, '', 40001, isv.missing-parameter",
        "biz_content, [], 40002, isv.invalid-parameter",
        "biz_content, {, 40002, isv.invalid-parameter",
        "method, alipay.unknown, 40002, isv.invalid-method",
        "app_id, 2021000000000110, 40002, isv.invalid-app-id",
        "sign_type, RSA, 40002, isv.invalid-signature",
        "timestamp, now, 40002, isv.invalid-timestamp"
    })
    void refusesWhatIsMissingOrWrong(String name, String value, String code, String subCode) throws Exception {
        Map<String, String> parameters = parameters();
        parameters.put(name, value);
        if (value.isEmpty()) {
            parameters.remove(name);
        }
        assertThat(raw(signed(parameters, "application-private-key.pem")))
                .contains("\"code\":\"" + code + "\"")
                .contains("\"sub_code\":\"" + subCode + "\"")
                .contains("\"sign\":\"");
    }

    @Test
    void refusesWhatIsNotSigned() throws Exception {
        assertThat(raw(parameters())).contains("isv.missing-signature");
        Map<String, String> changed = signed(parameters(), "application-private-key.pem");
        changed.put("biz_content", "{\"out_biz_trade_no\":\"somebody\"}");
        assertThat(raw(changed)).contains("isv.invalid-signature");
    }

    @ParameterizedTest
    @CsvSource({
        "-660, isv.invalid-timestamp",
        "660, isv.invalid-timestamp",
        "-540, TRADE_NOT_EXIST",
        "540, TRADE_NOT_EXIST"
    })
    void refusesWhatIsNotFromNow(int seconds, String expected) throws Exception {
        Map<String, String> parameters = parameters();
        parameters.put("timestamp", BeijingTime.text(Instant.now().plusSeconds(seconds)));
        assertThat(raw(signed(parameters, "application-private-key.pem"))).contains(expected);
    }
}
