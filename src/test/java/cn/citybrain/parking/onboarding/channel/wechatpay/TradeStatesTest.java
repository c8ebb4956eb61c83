package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.wexinpayscoreparking.model.Transaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every {@code trade_state} of the protocol's table, those of older documents and samples as well. */
class TradeStatesTest {

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, '', '', Pending",
        "ACCEPT, '', '', Pending",
        "SUCCESS, '', '', Succeeded",
        "SUCCESS, BPA, N, Succeeded",
        "SUCCESS, BPA, Y, Succeeded",
        "REFUND, '', '', Succeeded",
        "PAY_FAIL, '', '', Failed",
        "FAIL, '', '', Failed",
        "SOMETHING_NEW, '', '', Unknown",
        "'', '', '', Unknown"
    })
    void hasItsOutcomeWhoeverAdvancedTheMoney(String state, String bankType, String repaid, String outcome) {
        JsonObject said = new JsonObject();
        said.addProperty("out_trade_no", "TD1");
        said.addProperty("trade_state", state);
        said.addProperty("transaction_id", "4200001");
        said.addProperty("sub_mchid", "1600000001");
        said.addProperty("success_time", "2026-11-23T09:00:00+08:00");
        if (!bankType.isEmpty()) {
            said.addProperty("bank_type", bankType);
            said.addProperty("user_repaid", repaid);
        }
        JsonObject amount = new JsonObject();
        amount.addProperty("total", 1500);
        said.add("amount", amount);
        said.add("parking_info", new JsonObject());
        Transaction transaction = GsonUtil.getGson().fromJson(said, Transaction.class);

        assertThat(Transactions.result(transaction, "TD1").getClass().getSimpleName())
                .isEqualTo(outcome);
        assertThat(Transactions.result(transaction, "TD2").getClass().getSimpleName())
                .isEqualTo("Unknown");
    }
}
