package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BeijingTime;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The transactions that were opened. */
@Component
class Drafts {

    private static final String KIND = "alipay-draft";

    private final SimulatorStore store;
    private final Clock clock;

    Drafts(SimulatorStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Draft open(Map<String, Object> content) {
        String day = BeijingTime.text(clock.instant()).replaceAll("\\D", "").substring(0, 8);
        Draft draft = new Draft(day + Numbers.digits(17), content, "init", false, "", clock.instant());
        store.put(KIND, draft.batchNo(), draft);
        return draft;
    }

    Draft required(String batchNo) {
        return store.find(KIND, batchNo, Draft.class)
                .orElseThrow(() -> AlipayError.business("BATCH_NOT_EXIST", "事务编号不存在"));
    }

    /** One that still takes calls: open for less than an hour, or put on hold by Alipay (assumed: for as long as it is). */
    Draft writable(String batchNo, ChannelOffice office) {
        Draft draft = required(batchNo);
        String state = draft.state(clock.instant());
        if (!state.equals("init") && draft.hold().isEmpty() && !held(batchNo, office)) {
            throw AlipayError.business("BATCH_STATUS_ERROR", "事务状态为 " + state + "，不允许操作");
        }
        return draft;
    }

    private static boolean held(String batchNo, ChannelOffice office) {
        return office.applications()
                .find(batchNo)
                .filter(application -> application.state().equals(OrderStatus.MERCHANT_INFO_HOLD.name()))
                .isPresent();
    }

    Draft change(String batchNo, UnaryOperator<Draft> change) {
        return store.update(KIND, batchNo, Draft.class, change).orElseThrow();
    }
}
