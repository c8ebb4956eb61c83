/** Test only: what makes a JVM die at a chosen moment. Put on the class path of JVMs that a test starts, and of no others. */
package cn.citybrain.parking.onboarding.kill;
