package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The orders as they went out: kept encrypted, sent again to the letter, compared with what the channel says it did. */
@Component
public class DeductionOrders {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final DeductionTable table;
    private final FieldCipher cipher;

    DeductionOrders(DeductionTable table, FieldCipher cipher) {
        this.table = table;
        this.cipher = cipher;
    }

    /** For the column {@code order_sent}. */
    public String seal(DeductionOrder order) {
        try {
            return cipher.encrypt(json.writeValueAsString(order), context(order.outTradeNo()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("order " + order.outTradeNo() + " cannot be written", e);
        }
    }

    /** The order that was sent; empty before. */
    public Optional<DeductionOrder> sent(Deduction deduction) {
        return table.order(deduction.id()).map(text -> open(text, deduction.outTradeNo()));
    }

    private DeductionOrder open(String text, String outTradeNo) {
        try {
            return json.readValue(cipher.decrypt(text, context(outTradeNo)), DeductionOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("order " + outTradeNo + " cannot be read", e);
        }
    }

    private static String context(String outTradeNo) {
        return "deduction.order_sent:" + outTradeNo;
    }
}
