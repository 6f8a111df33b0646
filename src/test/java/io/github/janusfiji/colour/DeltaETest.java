/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests colour differences against published pairs: Sharma, Wu and Dalal,
 * "The CIEDE2000 color-difference formula" (Color Research and Application 30,
 * 2005), table 1, pairs 1, 4, 7, 9, 11, 13, 17, 19, 20, 25, 31 and 33.
 */
class DeltaETest {

	@ParameterizedTest
	@CsvSource({ "50,2.6772,-79.7751,50,0,-82.7485,2.0425",
		"50,-1.3802,-84.2814,50,0,-82.7485,1.0000",
		"50,0,0,50,-1,2,2.3669", "50,2.49,-0.001,50,-2.49,0.0009,7.1792",
		"50,2.49,-0.001,50,-2.49,0.0011,7.2195",
		"50,-0.001,2.49,50,0.0009,-2.49,4.8045", "50,2.5,0,73,25,-18,27.1492",
		"50,2.5,0,56,-27,-3,31.9030", "50,2.5,0,58,24,15,19.4535",
		"60.2574,-34.0099,36.2677,60.4626,-34.1751,39.4387,1.2644",
		"22.7233,20.0904,-46.6940,23.0331,14.9730,-42.5619,2.0373",
		"90.8027,-2.0831,1.4410,91.1528,-1.6435,0.0447,1.4441" })
	void publishedPairs(final double l1, final double a1, final double b1,
		final double l2, final double a2, final double b2, final double expected)
	{
		final double[] p = { l1, a1, b1 }, q = { l2, a2, b2 };
		assertEquals(expected, DeltaE.of(p, q), 5e-5);
		assertEquals(expected, DeltaE.of(q, p), 5e-5);
	}
}
