package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.google.gson.JsonObject;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The vectors of the protocol: texts to sign, decryption, notations. */
class SignatureVectorsTest {

    @Test
    void theTextToSignHasFiveLinesEachEnded() throws Exception {
        String text = MerchantSignature.message(
                "POST",
                URI.create("https://api.mch.weixin.qq.com/v3/vehicle/transactions/parking"),
                1763856000L,
                "N0NCE",
                "{\"a\":1}");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSize(63);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo("6cf2f651acfc95f318db84e543362ca171b490fd25f166e8a7f95c18d596f4ce");
    }

    @Test
    void aGetEndsInAnEmptyLineAndKeepsItsQueryEncoded() {
        assertThat(MerchantSignature.message(
                        "GET", URI.create("https://host/v3/find?plate_number=%E6%B5%99A"), 1, "N", null))
                .isEqualTo("GET\n/v3/find?plate_number=%E6%B5%99A\n1\nN\n\n");
    }

    @Test
    void aNotificationIsDecrypted() {
        AeadAesCipher cipher =
                new AeadAesCipher("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        assertThat(cipher.decrypt(
                        "transaction".getBytes(StandardCharsets.US_ASCII),
                        "abcdefghijkl".getBytes(StandardCharsets.US_ASCII),
                        Base64.getDecoder().decode("Eu69zaqBCIwQaJNlb7tiHQ9k+Fz80zx5YzOYHKwl/geBbi9ljwuu9FA=")))
                .isEqualTo("{\"trade_state\":\"SUCCESS\"}");
    }

    @Test
    void timesAreWrittenInBeijingTimeAndWholeSeconds() {
        assertThat(ParkingCodes.time(Instant.parse("2026-11-23T00:30:00.987Z"))).isEqualTo("2026-11-23T08:30:00+08:00");
        assertThat(ParkingCodes.instant("2026-11-23T08:30:00+08:00")).isEqualTo(Instant.parse("2026-11-23T00:30:00Z"));
        assertThatThrownBy(() -> ParkingCodes.instant("gestern")).isInstanceOf(NoAnswer.class);
    }

    @Test
    void everyColourOfTheLotsHasItsNameAtWeChatPay() {
        assertThat(java.util.stream.IntStream.rangeClosed(1, 5)
                        .mapToObj(
                                color -> ParkingCodes.color(color).orElseThrow().name()))
                .containsExactly("BLUE", "YELLOW", "WHITE", "BLACK", "GREEN");
        assertThat(ParkingCodes.color(0)).isEmpty();
    }

    @Test
    void statesThatNobodyKnowsYetDecideNothing() {
        JsonObject applyment = new JsonObject();
        applyment.addProperty("applyment_state", "APPLYMENT_STATE_NEW");
        assertThat(ApplymentStates.read(applyment))
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.account.ReviewResult.Undetermined.class);
        applyment.addProperty("applyment_state", "APPLYMENT_STATE_FINISHED");
        assertThat(ApplymentStates.read(applyment))
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.account.ReviewResult.Undetermined.class);

        var transaction = new com.wechat.pay.java.service.wexinpayscoreparking.model.Transaction();
        transaction.setOutTradeNo("T1");
        transaction.setTradeState("REVERSED");
        assertThat(Transactions.result(transaction, "T1"))
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown.class);
        transaction.setTradeState("SUCCESS");
        assertThat(Transactions.result(transaction, "T1"))
                .as("without transaction, amount and scene")
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown.class);
        assertThat(Transactions.result(transaction, "T2"))
                .as("of another order")
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown.class);
        transaction.setTradeState("ACCEPT");
        assertThat(Transactions.result(transaction, "T1"))
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending.class);
        transaction.setTradeState("FAIL");
        assertThat(Transactions.result(transaction, "T1"))
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed.class);
    }

    @Test
    void onlyHttpsAddressesWithoutQueryAreHandedOut() {
        assertThatThrownBy(() -> settings(null, "http://plain.example", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
        assertThatThrownBy(() -> settings(null, "https://a.example", "WX-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("business-code-prefix");
    }

    @Test
    void theDemosKeysAreRefusedBeforeTheRealHost() {
        WechatPaySettings real =
                settings(new ClassPathResource("demo-only-merchant-private-key.pem"), "https://a.example", "");
        assertThatThrownBy(() -> new WechatPayConfiguration().wechatPayKeys(real))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("demo");
    }

    private static WechatPaySettings settings(Resource key, String notifyBaseUrl, String prefix) {
        String apiKey = "0123456789abcdef0123456789abcdef";
        return new WechatPaySettings(
                null, "", "", "", key, "", null, apiKey, notifyBaseUrl, prefix, null, "", null, null, null);
    }
}
