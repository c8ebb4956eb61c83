/** Gauges over tables, counted every half minute by one statement each and not whenever somebody fetches them. */
package cn.citybrain.parking.onboarding.watch.meter;
