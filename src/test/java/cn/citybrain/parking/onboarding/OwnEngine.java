package cn.citybrain.parking.onboarding;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The webapps find their engine in a list that the JVM has only one of: there stands whichever application of this JVM
 * started last. Before the tests of a class it is made theirs, whatever ran before them.
 */
final class OwnEngine implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
