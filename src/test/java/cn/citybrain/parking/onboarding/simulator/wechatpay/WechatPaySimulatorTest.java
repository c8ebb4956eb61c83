package cn.citybrain.parking.onboarding.simulator.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiTime;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.file.FileUploadService;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.Status;
import com.wechat.pay.java.service.wexinpayscoreparking.WexinPayScoreParkingService;
import com.wechat.pay.java.service.wexinpayscoreparking.model.CreateParkingRequest;
import com.wechat.pay.java.service.wexinpayscoreparking.model.CreateTransactionRequest;
import com.wechat.pay.java.service.wexinpayscoreparking.model.OrderAmount;
import com.wechat.pay.java.service.wexinpayscoreparking.model.Parking;
import com.wechat.pay.java.service.wexinpayscoreparking.model.ParkingTradeScene;
import com.wechat.pay.java.service.wexinpayscoreparking.model.PlateColor;
import com.wechat.pay.java.service.wexinpayscoreparking.model.QueryPlateServiceRequest;
import com.wechat.pay.java.service.wexinpayscoreparking.model.QueryTransactionRequest;
import com.wechat.pay.java.service.wexinpayscoreparking.model.Transaction;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.io.ClassPathResource;

/**
 * The simulator proven by WeChat Pay's official SDK, used directly: what the SDK takes for genuine is as the real host
 * would send it. Real time, because the SDK knows no other.
 */
class WechatPaySimulatorTest {

    private static final String HOST = "https://api.mch.weixin.qq.com";
    private static final String SUB_MCHID = "1677000001";
    private static final Instant ENTERED = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 7200);

    private static SimulatorServer server;
    private static HttpServer platform;
    private static ChannelDesk desk;
    private static RSAPublicKeyConfig keys;
    private static AbstractHttpClient http;
    private static final List<RequestParam> CALLBACKS = new CopyOnWriteArrayList<>();
    private static int number;

    private final WexinPayScoreParkingService parking =
            new WexinPayScoreParkingService.Builder().httpClient(http).build();
    private final String plate = "浙B%05d".formatted(++number);

    @BeforeAll
    static void start() throws Exception {
        LoggingSystem.get(WechatPaySimulatorTest.class.getClassLoader())
                .setLogLevel("com.wechat.pay.java", LogLevel.OFF);
        server = SimulatorServer.start(Map.of(
                "simulator.port", "0",
                "simulator.mail-port", "0",
                "simulator.schedules", "false",
                "simulator.database", "jdbc:h2:mem:wechatpay-sdk;DB_CLOSE_DELAY=-1"));
        desk = server.part(ChannelDesks.class).of(WechatPayParty.CODE);
        desk.adopt(SUB_MCHID, "合同测试停车有限公司", Map.of());
        keys = new RSAPublicKeyConfig.Builder()
                .merchantId(WechatPayParty.SP_MCHID)
                .merchantSerialNumber(WechatPayParty.MERCHANT_SERIAL)
                .privateKey(pem("merchant-private-key"))
                .publicKey(pem("platform-public-key"))
                .publicKeyId(WechatPayParty.PUBLIC_KEY_ID)
                .apiV3Key(WechatPayParty.API_V3_KEY)
                .build();
        HttpUrl to = HttpUrl.get(server.url());
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .url(chain.request()
                                .url()
                                .newBuilder()
                                .scheme("http")
                                .host(to.host())
                                .port(to.port())
                                .build())
                        .build()))
                .build();
        http = new DefaultHttpClientBuilder().config(keys).okHttpClient(client).build();
        listen();
    }

    private static void listen() throws Exception {
        platform = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        platform.createContext("/", exchange -> {
            CALLBACKS.add(new RequestParam.Builder()
                    .serialNumber(exchange.getRequestHeaders().getFirst("Wechatpay-Serial"))
                    .nonce(exchange.getRequestHeaders().getFirst("Wechatpay-Nonce"))
                    .timestamp(exchange.getRequestHeaders().getFirst("Wechatpay-Timestamp"))
                    .signature(exchange.getRequestHeaders().getFirst("Wechatpay-Signature"))
                    .signType(exchange.getRequestHeaders().getFirst("Wechatpay-Signature-Type"))
                    .body(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .build());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        platform.start();
        server.meet(
                Clock.systemUTC(),
                URI.create("http://localhost:" + platform.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        server.close();
        platform.stop(0);
    }

    @BeforeEach
    void clear() {
        desk.dropAllFaults();
        desk.deliverDue();
        CALLBACKS.clear();
    }

    private static String pem(String name) throws Exception {
        return new ClassPathResource("demo/wechatpay/demo-only-" + name + ".pem")
                .getContentAsString(StandardCharsets.US_ASCII);
    }

    private JsonObject post(String path, String body) {
        return http.execute(
                        new HttpRequest.Builder()
                                .httpMethod(HttpMethod.POST)
                                .url(HOST + path)
                                .addHeader("Accept", "application/json")
                                .addHeader("Content-Type", "application/json")
                                .body(new JsonRequestBody.Builder().body(body).build())
                                .build(),
                        JsonObject.class)
                .getServiceResponse();
    }

    private Parking enter() {
        CreateParkingRequest request = new CreateParkingRequest();
        request.setSubMchid(SUB_MCHID);
        request.setOutParkingNo("P" + plate.substring(2));
        request.setPlateNumber(plate);
        request.setPlateColor(PlateColor.BLUE);
        request.setNotifyUrl("https://platform.example/callbacks/parkings");
        request.setStartTime(ApiTime.text(ENTERED));
        request.setParkingName("合同测试停车场");
        request.setFreeDuration(900);
        return parking.createParking(request);
    }

    private CreateTransactionRequest debit(Parking visit) {
        ParkingTradeScene scene = new ParkingTradeScene();
        scene.setParkingId(visit.getId());
        scene.setPlateNumber(plate);
        scene.setPlateColor(PlateColor.BLUE);
        scene.setStartTime(ApiTime.text(ENTERED));
        scene.setEndTime(ApiTime.text(ENTERED.plusSeconds(3600)));
        scene.setParkingName("合同测试停车场");
        scene.setChargingDuration(3600);
        OrderAmount amount = new OrderAmount();
        amount.setTotal(800L);
        amount.setCurrency("CNY");
        CreateTransactionRequest request = new CreateTransactionRequest();
        request.setAppid(WechatPayParty.SP_APPID);
        request.setSubMchid(SUB_MCHID);
        request.setDescription("停车费");
        request.setAttach("随单");
        request.setOutTradeNo("SDK" + plate.substring(2));
        request.setTradeScene("PARKING");
        request.setNotifyUrl("https://platform.example/callbacks/transactions");
        request.setAmount(amount);
        request.setParkingInfo(scene);
        return request;
    }

    @Test
    void theParkingServiceOfTheSdkWorksFromEntryToRefund() {
        QueryPlateServiceRequest question = new QueryPlateServiceRequest();
        question.setAppid(WechatPayParty.SP_APPID);
        question.setSubMchid(SUB_MCHID);
        question.setPlateNumber(plate);
        question.setPlateColor(PlateColor.BLUE);
        question.setOpenid("oSdk");
        assertThat(parking.queryPlateService(question).getServiceState()).isEqualTo("NORMAL");

        Parking visit = enter();
        assertThat(visit.getState()).isEqualTo("NORMAL");

        Transaction charged = parking.createTransaction(debit(visit));
        assertThat(charged.getTradeState()).isEqualTo("SUCCESS");
        assertThat(charged.getAttach()).isEqualTo("随单");
        assertThat(charged.getSpMchid()).isEqualTo(WechatPayParty.SP_MCHID);
        assertThat(charged.getPayer().getOpenid()).isNotBlank();

        QueryTransactionRequest query = new QueryTransactionRequest();
        query.setSubMchid(SUB_MCHID);
        query.setOutTradeNo(charged.getOutTradeNo());
        assertThat(parking.queryTransaction(query).getTransactionId()).isEqualTo(charged.getTransactionId());

        AmountReq amount = new AmountReq();
        amount.setRefund(800L);
        amount.setTotal(800L);
        amount.setCurrency("CNY");
        CreateRequest refund = new CreateRequest();
        refund.setSubMchid(SUB_MCHID);
        refund.setOutTradeNo(charged.getOutTradeNo());
        refund.setOutRefundNo("R" + charged.getOutTradeNo());
        refund.setAmount(amount);
        assertThat(new RefundService.Builder()
                        .httpClient(http)
                        .build()
                        .create(refund)
                        .getStatus())
                .isEqualTo(Status.SUCCESS);
        assertThat(parking.queryTransaction(query).getTradeState()).isEqualTo("REFUND");
    }

    @Test
    void itsNotificationsAreGenuineToTheSdk() {
        Transaction charged = parking.createTransaction(debit(enter()));
        desk.deliverDue();
        NotificationParser parser = new NotificationParser(keys);
        assertThat(CALLBACKS).singleElement().satisfies(callback -> {
            Transaction told = parser.parse(callback, Transaction.class);
            assertThat(told.getOutTradeNo()).isEqualTo(charged.getOutTradeNo());
            assertThat(told.getTradeState()).isEqualTo("SUCCESS");
            assertThat(told.getParkingInfo().getPlateNumber()).isEqualTo(plate);
        });
    }

    @Test
    void aWrongSignatureIsRefusedByTheSdk() {
        Parking visit = enter();
        desk.plan(Fault.once(WechatPayOperation.DEDUCT, Fault.Kind.WRONG_SIGNATURE));
        assertThatThrownBy(() -> parking.createTransaction(debit(visit))).isInstanceOf(ValidationException.class);

        desk.plan(Fault.once(WechatPayOperation.NOTIFY, Fault.Kind.NOTICE_WRONG_SIGNATURE));
        desk.visitCommand(visit.getId(), "block", Map.of("reason", "OVERDUE"));
        CALLBACKS.clear();
        desk.deliverDue();
        NotificationParser parser = new NotificationParser(keys);
        assertThat(CALLBACKS).isNotEmpty();
        RequestParam forged = CALLBACKS.get(CALLBACKS.size() - 1);
        assertThatThrownBy(() -> parser.parse(forged, JsonObject.class)).isInstanceOf(ValidationException.class);
    }

    @Test
    void aPictureIsTakenFromTheSdkAndAChangedOneIsNot() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
        String meta = "{\"filename\":\"a.png\",\"sha256\":\"%s\"}"
                .formatted(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(picture)));
        FileUploadService upload =
                new FileUploadService.Builder().httpClient(http).build();
        String mediaId = upload.uploadImage(HOST + "/v3/merchant/media/upload", meta, "a.png", picture)
                .getMediaId();
        assertThat(desk.media(mediaId))
                .hasValueSatisfying(media -> assertThat(media.fileName()).isEqualTo("a.png"));

        picture[5] = 9;
        assertThatThrownBy(() -> upload.uploadImage(HOST + "/v3/merchant/media/upload", meta, "a.png", picture))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo("REQUEST_BLOCKED"));
    }

    @Test
    void sealedFieldsAreOpenedAndTheFirstBadFieldIsNamed() {
        String form = """
                {"business_code":"SDK0001","contact_info":{"contact_type":"LEGAL","contact_name":"%s","mobile_phone":"%s"}}""".formatted(
                keys.createEncryptor().encrypt("王建国"), keys.createEncryptor().encrypt("123"));
        assertThatThrownBy(() -> post("/v3/applyment4sub/applyment/", form))
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.getErrorCode()).isEqualTo("PARAM_ERROR");
                    assertThat(e.getErrorMessage()).startsWith("输入源“/contact_info/mobile_phone”");
                });
        assertThatThrownBy(() -> post(
                        "/v3/applyment4sub/applyment/",
                        form.replaceFirst("\"contact_name\":\"....", "\"contact_name\":\"AAAA")))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.getErrorMessage())
                        .contains("解密失败"));
    }

    @Test
    void aDebitIsComparedWithItsEntry() {
        Parking visit = enter();
        Map<String, java.util.function.Consumer<CreateTransactionRequest>> spoiled = Map.of(
                "appid", request -> request.setAppid("wxother"),
                "plate", request -> request.getParkingInfo().setPlateNumber("浙B99999"),
                "colour", request -> request.getParkingInfo().setPlateColor(PlateColor.GREEN),
                "lot", request -> request.getParkingInfo().setParkingName("别的停车场"),
                "start", request -> request.getParkingInfo().setStartTime(ApiTime.text(ENTERED.minusSeconds(1))),
                "end before start", request -> request.getParkingInfo().setEndTime(ApiTime.text(ENTERED)),
                "end in the future",
                        request -> request.getParkingInfo()
                                .setEndTime(ApiTime.text(Instant.now().plusSeconds(600))),
                "unknown visit", request -> request.getParkingInfo().setParkingId("nowhere"),
                "no amount", request -> request.getAmount().setTotal(0L),
                "http", request -> request.setNotifyUrl("http://platform.example/"));
        spoiled.forEach((what, spoil) -> {
            CreateTransactionRequest request = debit(visit);
            spoil.accept(request);
            assertThatThrownBy(() -> parking.createTransaction(request))
                    .as(what)
                    .isInstanceOf(ServiceException.class);
        });
        CreateTransactionRequest foreign = debit(visit);
        foreign.setSubMchid("1500000000");
        assertThatThrownBy(() -> parking.createTransaction(foreign))
                .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo("NO_AUTH"));
        assertThat(desk.order("SDK" + plate.substring(2))).isEmpty();
    }

    @Test
    void whoDoesNotSignIsRefusedWithASignedAnswer() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(URI.create(
                                        server.url() + "/v3/vehicle/transactions/out-trade-no/X?sub_mchid=1"))
                                .header("Authorization", "WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\"")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JsonParser.parseString(answer.body())
                        .getAsJsonObject()
                        .get("code")
                        .getAsString())
                .isEqualTo("SIGN_ERROR");
        String signed = answer.headers().firstValue("Wechatpay-Timestamp").orElseThrow() + "\n"
                + answer.headers().firstValue("Wechatpay-Nonce").orElseThrow() + "\n" + answer.body() + "\n";
        assertThat(keys.createVerifier()
                        .verify(
                                WechatPayParty.PUBLIC_KEY_ID,
                                signed,
                                answer.headers()
                                        .firstValue("Wechatpay-Signature")
                                        .orElseThrow()))
                .isTrue();
    }
}
