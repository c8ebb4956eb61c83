package cn.citybrain.parking.onboarding.process.model;

import static cn.citybrain.parking.onboarding.process.model.Turns.addsALotAndThen;
import static cn.citybrain.parking.onboarding.process.model.Turns.asksTheOperatingCompany;
import static cn.citybrain.parking.onboarding.process.model.Turns.beginsToInstallMore;
import static cn.citybrain.parking.onboarding.process.model.Turns.decides;
import static cn.citybrain.parking.onboarding.process.model.Turns.drivesOnlyToTheFirstLot;
import static cn.citybrain.parking.onboarding.process.model.Turns.givesBackAndGivesUp;
import static cn.citybrain.parking.onboarding.process.model.Turns.installs;
import static cn.citybrain.parking.onboarding.process.model.Turns.installsMore;
import static cn.citybrain.parking.onboarding.process.model.Turns.preparesAndRefusesWhatComesLater;
import static cn.citybrain.parking.onboarding.process.model.Turns.waits;
import static cn.citybrain.parking.onboarding.process.model.Turns.withdrawsTheLot;
import static cn.citybrain.parking.onboarding.process.model.Way.when;

import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.time.Duration;
import java.util.List;

/** The {@link Ways} that lots go, once the account is open. */
final class LotWays {

    private static final Duration LONG = Duration.ofDays(45);

    static final List<Way> ALL = List.of(
            when("one of two lots is withdrawn")
                    .withLots(2)
                    .at("receiveTask_awaitRecord", drivesOnlyToTheFirstLot())
                    .to("endEvent_partlyDone"),
            when("the only lot is withdrawn")
                    .at("receiveTask_awaitRecord", withdrawsTheLot())
                    .to("endEvent_noLotLive", "test-deduction-gate/endEvent_withdrawn"),
            when("the channel refuses the only lot, and the operator gives it up")
                    .withChannel(LotWays::refusesLots)
                    .at("userTask_correctLot", decides("correctLotDecision", "giveUp"))
                    .to(
                            "endEvent_lotsRefused",
                            "test-deduction-gate/endEvent_lotGivenUp",
                            "test-deduction-gate/endEvent_notConsented"),
            when("the channel refuses the only lot, and will not have it when the operating company asks")
                    .withChannel(LotWays::refusesLots)
                    .at("userTask_correctLot", asksTheOperatingCompany())
                    .at("userTask_lotRefused", decides("lotRefusedDecision", "giveUp"))
                    .to("test-deduction-gate/endEvent_lotNotConsented"),
            when("the channel takes longer than expected to register a lot")
                    .withChannel(channel -> channel.registerLot = () -> new LotState.Pending("R1"))
                    .at("receiveTask_awaitConsent", waits(LONG))
                    .to("test-deduction-gate/endEvent_registrationEscalated"),
            when("no vehicle comes")
                    .at("receiveTask_awaitRecord", waits(LONG))
                    .to("test-deduction-gate/endEvent_reminded", "test-deduction-gate/endEvent_recordEscalated"),
            when("the channel charged another amount, and the test is given up")
                    .withChannel(channel -> channel.deduct = ScriptedChannel::chargedAnotherAmount)
                    .at("userTask_disputed", givesBackAndGivesUp())
                    .to("test-deduction-gate/endEvent_disputed"),

            // a lot that joins later
            when("a lot joins the account and goes live")
                    .at("receiveTask_awaitRecord", addsALotAndThen(UsualSteps.DRIVE))
                    .to("add-lot/endEvent_live"),
            when("a lot joins the account and is withdrawn")
                    .at("receiveTask_awaitRecord", addsALotAndThen(drivesOnlyToTheFirstLot()))
                    .to("add-lot/endEvent_withdrawn"),
            when("a lot joins the account, and the channel refuses it")
                    .at("receiveTask_awaitRecord", addsALotAndThen(UsualSteps.DRIVE))
                    .at("userTask_prepareInterface", preparesAndRefusesWhatComesLater())
                    .at("userTask_correctLot", decides("correctLotDecision", "giveUp"))
                    .to("add-lot/endEvent_notConsented"),

            // devices for a lot that joins later
            when("devices are installed for another lot")
                    .at("userTask_installDevices", installs())
                    .at("userTask_prepareInterface", beginsToInstallMore())
                    .at("userTask_installMoreDevices", installsMore("submit"))
                    .to("etc-devices/endEvent_installed"),
            when("no devices are installed for another lot after all")
                    .at("userTask_installDevices", installs())
                    .at("userTask_prepareInterface", beginsToInstallMore())
                    .at("userTask_installMoreDevices", installsMore("giveUp"))
                    .to("etc-devices/endEvent_givenUp"));

    private LotWays() {}

    private static void refusesLots(ScriptedChannel channel) {
        channel.registerLot = () -> new LotState.Refused("不在服务范围");
    }
}
