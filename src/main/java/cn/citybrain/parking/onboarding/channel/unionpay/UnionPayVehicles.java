package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * 40401, 40101 and 40201. The entry doubles as the question whether the plate can be charged. A plate whose last visit was not
 * ended is refused (60): its exit is told first.
 */
final class UnionPayVehicles implements Vehicles {

    private static final String OPEN = "openVisit";
    private static final String INSIDE = "inside";

    private final UnionPayWire wire;
    private final ChannelReferences references;
    private final FieldCipher cipher;
    private final Clock clock;

    UnionPayVehicles(UnionPayWire wire, ChannelReferences references, FieldCipher cipher, Clock clock) {
        this.wire = wire;
        this.references = references;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        UnionPayAnswer answer =
                wire.ask("40401", lot.channelAccount(), Map.of("CarNo", plate.number(), "CarBusi", "01"));
        if (answer.is("00")) {
            return new Agreement.Signed();
        }
        return answer.notPayable()
                ? new Agreement.NotSigned(answer.words())
                : new Agreement.Undeterminable(answer.words());
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.empty();
    }

    @Override
    public EntryResult entered(Visit visit) {
        UnionPayAnswer answer = tellEntry(visit);
        if (answer.is("60") && endOpenVisit(visit)) {
            answer = tellEntry(visit);
        }
        if (answer.is("00", "08", "14")) {
            references.put(Channel.UNIONPAY, plateOf(visit), OPEN, visit.visitNo());
            references.put(Channel.UNIONPAY, visit.visitNo(), INSIDE, "1");
            return new EntryResult.Admitted(visit.visitNo());
        }
        if (answer.notPayable()) {
            return new EntryResult.Blocked(visit.visitNo(), answer.words());
        }
        if (answer.is("01", "02", "03", "04")) {
            return new EntryResult.Rejected(answer.code(), answer.words());
        }
        throw new ChannelException("银联没有收下入场：" + answer.words());
    }

    @Override
    public ExitResult left(Visit visit) {
        UnionPayAnswer answer = tellExit(visit, visit.visitNo(), visit.leftAt());
        if (!answer.is("00", "08")) {
            throw new ChannelException("银联没有收下离场：" + answer.words());
        }
        references.put(Channel.UNIONPAY, visit.visitNo(), INSIDE, "0");
        return new ExitResult.Told();
    }

    /** What UnionPay's question about a vehicle is answered with: 1 inside, 0 left, -1 unknown. */
    String status(String refNo) {
        return references.find(Channel.UNIONPAY, refNo, INSIDE).orElse("-1");
    }

    private boolean endOpenVisit(Visit visit) {
        Optional<String> open =
                references.find(Channel.UNIONPAY, plateOf(visit), OPEN).filter(refNo -> !refNo.equals(visit.visitNo()));
        open.ifPresent(refNo -> tellExit(visit, refNo, clock.instant()));
        return open.isPresent();
    }

    private UnionPayAnswer tellEntry(Visit visit) {
        Map<String, String> fields = UnionPayLots.fields(visit.lot());
        fields.put("RefNo", visit.visitNo());
        fields.put("CarNo", visit.plate().number());
        fields.put("InTime", UnionPayWire.TIME.text(visit.enteredAt()));
        return wire.call("40101", visit.lot().channelAccount(), fields);
    }

    private UnionPayAnswer tellExit(Visit visit, String refNo, Instant at) {
        Map<String, String> fields = UnionPayLots.fields(visit.lot());
        fields.put("RefNo", refNo);
        fields.put("CarNo", visit.plate().number());
        fields.put("ExitTime", UnionPayWire.TIME.text(at));
        return wire.call("40201", visit.lot().channelAccount(), fields);
    }

    /** The plate at this lot, in a form that may stand in a table. */
    private String plateOf(Visit visit) {
        String fingerprint = cipher.fingerprint(visit.plate().number());
        return visit.lot().bindingId() + "-" + fingerprint.substring(0, Math.min(40, fingerprint.length()));
    }
}
