package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.RecordReader;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import cn.citybrain.parking.onboarding.parking.trace.Arrived;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes a request through sender, fields and handler, and writes down in the lot's traffic how it went. */
@Component
class CallDesk {

    private final SenderCheck senders;
    private final RecordReader reader;
    private final LotTraffic traffic;
    private final Map<LotCall, LotCallHandler> handlers;

    CallDesk(SenderCheck senders, RecordReader reader, LotTraffic traffic, List<LotCallHandler> handlers) {
        this.senders = senders;
        this.reader = reader;
        this.traffic = traffic;
        this.handlers = handlers.stream().collect(Collectors.toMap(LotCallHandler::call, Function.identity()));
    }

    LotReply answer(LotCall call, LotRequest request) {
        Sender sender = senders.prove(call.wireName(), request);
        Set<String> concerned = sender.lots();
        Arrived arrived = Arrived.opened(call.wireName(), sender.plainText().text());
        try {
            ObjectNode data = reader.data(sender.plainText().text());
            arrived = arrived.with(data);
            concerned = narrowed(sender, data.path("parkingCode").asText(""));
            return handled(call, sender, data, request.file(), arrived);
        } catch (LotRefusal refusal) {
            LotRefusal told = refusal.resultCode() == ResultCode.MALFORMED
                    ? refusal.with(sender.plainText().remark())
                    : refusal;
            for (String lot : concerned) {
                traffic.refused(lot, arrived, told.resultCode(), told.getMessage());
            }
            throw told;
        }
    }

    private LotReply handled(LotCall call, Sender sender, ObjectNode data, String file, Arrived arrived) {
        LotCallHandler handler = handlers.get(call);
        if (handler == null) {
            throw new LotRefusal(ResultCode.UNSUPPORTED, "测试接入阶段不支持");
        }
        LotRecord record = reader.read(call, data, file);
        String lotCode = handler.lotCode(record, sender.lots());
        if (!sender.lots().contains(lotCode)) {
            throw new LotRefusal(ResultCode.NOT_YOURS, "parkingCode（停车场编号）不属于该 accessID，请核对停车场编号与登记的公钥");
        }
        LotReply reply = handler.answer(record, lotCode);
        List<String> odd = new ArrayList<>(record.warnings());
        odd.addAll(reply.warnings());
        traffic.accepted(lotCode, arrived, reply.msg(), odd);
        return reply;
    }

    /** The lot that a request names, if it is the sender's; else all of the sender's lots. */
    private static Set<String> narrowed(Sender sender, String lotCode) {
        return sender.lots().contains(lotCode) ? Set.of(lotCode) : sender.lots();
    }
}
