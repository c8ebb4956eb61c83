package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.message.LotMessage;
import cn.citybrain.parking.onboarding.parking.message.LotMessages;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** confirmPayResult and confirmDeparturePayInfo: the lot has understood a message. */
@Configuration
class Confirmations {

    @Bean
    LotCallHandler payResultConfirmation(LotMessages messages) {
        return new Confirmation(LotCall.PAY_RESULT_CONFIRMATION, LotMessages.PAY_RESULT, messages);
    }

    @Bean
    LotCallHandler departureInfoConfirmation(LotMessages messages) {
        return new Confirmation(LotCall.DEPARTURE_INFO_CONFIRMATION, LotMessages.DEPARTURE_INFO, messages);
    }

    private record Confirmation(LotCall call, String topic, LotMessages messages) implements LotCallHandler {

        @Override
        public String lotCode(LotRecord confirmation, Set<String> lots) {
            return message(confirmation).lotCode();
        }

        @Override
        public LotReply answer(LotRecord confirmation, String lotCode) {
            messages.confirm(message(confirmation), confirmation.flag("success"), confirmation.asSent("params"));
            return LotReply.ok();
        }

        private LotMessage message(LotRecord confirmation) {
            return messages.byRequestId(confirmation.text("requestId"))
                    .filter(message -> message.topic().equals(topic))
                    .orElseThrow(
                            () -> new LotRefusal(ResultCode.MALFORMED, "requestId（消息编号）不存在：请原样送回平台消息中的 requestId"));
        }
    }
}
