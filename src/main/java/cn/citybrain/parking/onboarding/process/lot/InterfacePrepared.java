package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 接口对接准备: without a key nothing of the lot can arrive, without a plate nothing of it would count. */
@Component("interfacePrepared")
class InterfacePrepared implements TaskListener {

    private final AccessKeys keys;
    private final TestVehicles vehicles;

    InterfacePrepared(AccessKeys keys, TestVehicles vehicles) {
        this.keys = keys;
        this.vehicles = vehicles;
    }

    @Override
    public void notify(DelegateTask task) {
        if (keys.of(Variables.LOT_CODE.get(task)).isEmpty()) {
            throw new StepRefused("还没有登记接口公钥，请先登记公钥");
        }
        if (vehicles.of(Variables.BINDING_ID.get(task)).isEmpty()) {
            throw new StepRefused("还没有登记测试车牌，请至少登记一个测试车牌");
        }
    }
}
