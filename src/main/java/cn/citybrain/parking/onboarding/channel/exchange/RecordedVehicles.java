package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.TechnicalRequirement;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import java.util.List;
import java.util.Optional;

/** The vehicles of a channel, with every exchange written down. What the adapter knows by itself is none. */
public record RecordedVehicles(Channel channel, Vehicles own, Exchanges exchanges) implements Vehicles {

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        return exchanges.of(
                channel, Verb.AGREEMENT, About.vehicle(lot, plate), () -> own.agreement(lot, plate), LotAnswers::of);
    }

    @Override
    public Optional<PayerId> payerId() {
        return own.payerId();
    }

    @Override
    public Optional<String> obstacle(Plate plate) {
        return own.obstacle(plate);
    }

    @Override
    public List<TechnicalRequirement> requirements() {
        return own.requirements();
    }

    @Override
    public EntryResult entered(Visit visit) {
        return exchanges.of(channel, Verb.ENTERED, About.visit(visit), () -> own.entered(visit), LotAnswers::of);
    }

    @Override
    public ExitResult left(Visit visit) {
        return exchanges.of(channel, Verb.LEFT, About.visit(visit), () -> own.left(visit), LotAnswers::of);
    }
}
