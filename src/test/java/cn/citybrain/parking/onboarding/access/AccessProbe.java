package cn.citybrain.parking.onboarding.access;

import cn.citybrain.parking.onboarding.application.Applications;
import cn.citybrain.parking.onboarding.channel.Channel;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** A small process of our own to try access with, run on an application of hubin. */
record AccessProbe(String applicationNo, ProcessInstance instance, TaskService tasks) {

    /** Deploys the model once per database and starts it. */
    static AccessProbe start(ConfigurableListableBeanFactory beans) {
        deploy(beans);
        String no = application(beans, "hubin");
        ProcessInstance instance = beans.getBean(RuntimeService.class)
                .createProcessInstanceByKey("access-probe")
                .businessKey(no)
                .setVariable("applicationNo", no)
                .execute();
        return new AccessProbe(no, instance, beans.getBean(TaskService.class));
    }

    static String application(ConfigurableListableBeanFactory beans, String tenant) {
        return beans.getBean(Applications.class).create(Channel.WECHATPAY, tenant, tenant);
    }

    static void deploy(ConfigurableListableBeanFactory beans) {
        beans.getBean(RepositoryService.class)
                .createDeployment()
                .name("access-probe")
                .enableDuplicateFiltering(true)
                .addClasspathResource("access/access-probe.bpmn")
                .deploy();
        beans.getBean(Grants.class).align();
    }

    Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** Brings the process past the review. */
    AccessProbe accepted() {
        tasks.complete(task("review").getId());
        return this;
    }
}
