package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import com.alipay.api.internal.util.AlipaySignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Security;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What the SDK signs, and what of it is put right around it. */
class SdkContractTest {

    private static final String NOWHERE = "http://localhost:1/gateway.do";

    /** The text of the protocol description, with its digest. */
    @Test
    void signsTheTextThatTheProtocolDescribes() throws Exception {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("version", "1.0");
        parameters.put("app_id", "2021");
        parameters.put("method", "alipay.eco.mycar.parking.agreement.query");
        parameters.put("format", "json");
        parameters.put("charset", "utf-8");
        parameters.put("sign_type", "RSA2");
        parameters.put("timestamp", "2026-11-23 08:30:00");
        parameters.put("biz_content", "{\"car_number\":\"浙A12345\"}");
        parameters.put("app_auth_token", "");
        parameters.put("sign", "left out");

        String text = AlipaySignature.getSignContent(without(parameters, "sign"));
        assertThat(text)
                .isEqualTo("app_id=2021&biz_content={\"car_number\":\"浙A12345\"}&charset=utf-8&format=json"
                        + "&method=alipay.eco.mycar.parking.agreement.query&sign_type=RSA2"
                        + "&timestamp=2026-11-23 08:30:00&version=1.0");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("c3fd4e73ebc9fa64d2f7cb44c733f3cf9b9865b3399a66d684a4c5ab852b2275");
    }

    private static Map<String, String> without(Map<String, String> parameters, String name) {
        Map<String, String> rest = new HashMap<>(parameters);
        rest.remove(name);
        return rest;
    }

    @Test
    void doesNotAllowWeakCertificatesInTheWholeJvm() {
        String weak = Security.getProperty(AlipayConfiguration.WEAK_CERTIFICATES);
        SimulatedAlipay.shared();
        assertThat(Security.getProperty(AlipayConfiguration.WEAK_CERTIFICATES))
                .isEqualTo(weak)
                .contains("MD5", "RSA keySize < 1024");
    }

    @Test
    void writesNoRequestToAnyLog() {
        SimulatedAlipay alipay = SimulatedAlipay.shared();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            Plate plate = alipay.bench.plate();
            DeductionOrder order = alipay.parked(plate);
            alipay.plan(AlipayOperation.DEDUCT, Kind.REFUSE, 0, "SYSTEM_ERROR", order.outTradeNo());
            alipay.adapter.charges().deduct(order);
            alipay.plan(AlipayOperation.DEDUCT, Kind.WRONG_SIGNATURE, 0, "", order.outTradeNo());
            alipay.adapter.charges().deduct(order);
            alipay.plan(AlipayOperation.DEDUCT, Kind.UNSIGNED, 0, "", order.outTradeNo());
            assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(DeductionResult.Unknown.class);
            List<String> lines =
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            assertThat(lines).anyMatch(line -> line.contains("SYSTEM_ERROR"));
            assertThat(lines)
                    .noneMatch(line -> line.contains(plate.number())
                            || line.contains("biz_content")
                            || line.contains(SimulatedAlipay.PID));
        } finally {
            root.detachAppender(log);
        }
    }

    @Test
    void ownPublicKeyInPlaceOfAlipaysIsFoundAtTheStart() {
        AlipayConfiguration configuration = new AlipayConfiguration();
        AlipaySettings settings = SimulatedAlipay.settings(
                NOWHERE, Duration.ofSeconds(1), "application-private-key", "application-public-key");
        AlipayKeys keys = configuration.alipayKeys(settings);
        assertThatThrownBy(() -> configuration.alipayWire(settings, keys, TestLines.patient(request -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("own public key");
    }

    @Test
    void theDemosKeysAreNotForTheRealGateway() {
        AlipaySettings settings = SimulatedAlipay.settings("", Duration.ofSeconds(1));
        assertThat(settings.gateway()).isEqualTo("https://openapi.alipay.com/gateway.do");
        assertThatThrownBy(() -> new AlipayConfiguration().alipayKeys(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("demo's keys");
    }

    @Test
    void settingsAndKeysHideWhatTheyHold() {
        AlipaySettings settings = SimulatedAlipay.settings(NOWHERE, Duration.ofSeconds(1));
        assertThat(settings).hasToString("AlipaySettings[appId=2021000000000109]");
        assertThat(new AlipayConfiguration().alipayKeys(settings)).hasToString("AlipayKeys");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1, 0.01", "10, 0.10", "1500, 15.00", "10000, 100.00", "2147483647, 21474836.47"})
    void yuanHaveTwoDecimals(int fen, String yuan) {
        assertThat(ParkingCodes.yuan(fen)).isEqualTo(yuan);
        assertThat(ParkingCodes.fen(yuan)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"0.001", "1e99", "x", "''", "21474836.48"})
    void whatIsNoAmountIsNoAnswer(String yuan) {
        assertThatThrownBy(() -> ParkingCodes.fen(yuan)).isInstanceOf(NoAnswer.class);
    }
}
