package io.github.janusfiji.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ComputeDeviceTest {

	@Test
	void theBuildWithOneDnnWasLoaded() throws InputException {
		final String arch = System.getProperty("os.arch");
		Assumptions.assumeTrue(arch.equals("amd64") || arch.equals("x86_64"),
			"ND4J publishes no oneDNN build for " + arch);
		final var device = ComputeDevice.current();
		assertTrue(device.oneDnn(), device.name());
		assertTrue(device.name().endsWith("oneDNN"));
		assertTrue(device.threads() > 0);
	}

	@Test
	void aGraphicsCardThatIsNotThereIsRefused() throws InputException {
		Assumptions.assumeFalse(ComputeDevice.current().gpu(),
			"needs a build without CUDA");
		assertEquals(ComputeDevice.current(), ComputeDevice.select("auto"));
		assertEquals(ComputeDevice.current(), ComputeDevice.select("cpu"));
		assertTrue(assertThrows(InputException.class, () -> ComputeDevice.select(
			"gpu")).getMessage().contains("processor only"));
		assertTrue(assertThrows(InputException.class, () -> ComputeDevice.select(
			"tpu")).getMessage().contains("auto, cpu or gpu"));
	}
}
