package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import java.util.Optional;

/**
 * {@code mchorders/papcontractquery} (assumed: the bank looks contracts up by code). It is told of no entry and no exit
 * (assumed): the debit carries the times itself.
 */
final class CmbVehicles implements Vehicles {

    private final CmbWire wire;

    CmbVehicles(CmbWire wire) {
        this.wire = wire;
    }

    /**
     * What the owner of a plate has agreed to with the bank.
     *
     * @param authOpenid the payer under the app that the owner authorised, empty where the bank does not say
     */
    record Contract(String state, String contractId, String authOpenid, String words) {

        boolean signed() {
            return state.equals("SIGNED") || state.equals("AVAILABLE");
        }

        /** In the words of this query, and in those of the bank's own query of a payscore authorization. */
        Agreement agreement() {
            return switch (state) {
                case "SIGNED", "AVAILABLE" -> new Agreement.Signed();
                case "UNSIGNED", "UNAVAILABLE", "UNBINDUSER" -> new Agreement.NotSigned("车主没有签约");
                case "PAUSED" -> new Agreement.NotSigned("车主暂停了签约");
                case "DEBT" -> new Agreement.NotSigned("车主有欠费");
                default -> new Agreement.Undeterminable(words.isEmpty() ? "招商银行没有说明签约状态" : words);
            };
        }
    }

    Contract contract(LotRegistration lot, Plate plate) {
        CmbAnswer answer = wire.ask(
                "mchorders/papcontractquery",
                CmbWire.fields(
                        "merId", lot.channelAccount(),
                        "plateNo", plate.number(),
                        "plateColor", Integer.toString(plate.color())));
        return answer.ok()
                ? new Contract(answer.text("contractState"), answer.text("contractId"), answer.text("authOpenid"), "")
                : new Contract("", "", "", answer.words());
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        return contract(lot, plate).agreement();
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.empty();
    }

    @Override
    public EntryResult entered(Visit visit) {
        return new EntryResult.NotNeeded();
    }

    @Override
    public ExitResult left(Visit visit) {
        return new ExitResult.NotNeeded();
    }
}
