package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiTime;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The vehicles that entered; the platform is told when one can no longer be charged, or can again. */
@Component
public class Entrances {

    private final SimulatorStore store;
    private final Clock clock;

    Entrances(SimulatorStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The same number again is the same visit; with other data it is refused. */
    Visit enter(ChannelOffice office, Visit asked) {
        return office.alone(() -> {
            Optional<Visit> before = office.visits().find(asked.account(), asked.outNo());
            if (before.isPresent()) {
                return sameOrRefused(before.get(), asked);
            }
            String service = VehicleServices.wire(
                    office.agreements().of(asked.plateNo(), asked.plateColor()).state());
            boolean normal = service.equals("NORMAL");
            return office.visits().put(asked.in(normal ? Visit.NORMAL : Visit.BLOCKED, normal ? "" : service));
        });
    }

    private static Visit sameOrRefused(Visit before, Visit asked) {
        boolean same = before.plateNo().equals(asked.plateNo())
                && before.plateColor().equals(asked.plateColor())
                && before.enteredAt().equals(asked.enteredAt())
                && before.lotName().equals(asked.lotName())
                && before.fact("freeDuration").equals(asked.fact("freeDuration"));
        if (!same) {
            throw ApiError.invalid("商户入场 id 已被使用，且入场信息不一致");
        }
        return before;
    }

    public Visit move(ChannelOffice office, String id, String state, String reason) {
        return office.alone(() -> store.inTransaction(() -> {
            Visit moved = office.visits().put(office.visits().required(id).in(state, reason));
            office.notices().queue("VEHICLE.ENTRANCE_STATE_CHANGE", moved.fact("notifyUrl"), content(moved));
            return moved;
        }));
    }

    private Map<String, Object> content(Visit visit) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("sp_mchid", WechatPayParty.SP_MCHID);
        content.put("sub_mchid", visit.account());
        content.put("out_parking_no", visit.outNo());
        content.put("parking_id", visit.id());
        content.put("plate_number", visit.plateNo());
        content.put("plate_color", visit.plateColor());
        content.put("start_time", visit.enteredAt());
        content.put("parking_name", visit.lotName());
        content.put("free_duration", Integer.parseInt(visit.fact("freeDuration")));
        content.put("parking_state", visit.state());
        content.put("blocked_state_description", visit.reason());
        content.put("state_update_time", ApiTime.text(clock.instant()));
        return content;
    }
}
