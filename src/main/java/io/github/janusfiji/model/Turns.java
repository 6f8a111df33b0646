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
package io.github.janusfiji.model;

/**
 * Order in which people's faces are drawn for minibatches. Two people have half of
 * each; of more, each has a turn after the other. People who came to a model that
 * was trained before have all turns while their styles are fitted, then every
 * other one while the network gets used to them.
 *
 * @param people how many
 * @param newcomers who came later, if anybody did
 */
record Turns(int people, Newcomers newcomers) {

	/** Of people who are all there from the beginning. */
	Turns(final int people) {
		this(people, Newcomers.NONE);
	}

	/**
	 * @param step its number, from 0
	 * @param slot place in the minibatch, from 0
	 * @param batch half of the minibatch's faces
	 * @return whose face comes there, from 0
	 */
	int of(final int step, final int slot, final int batch) {
		final long turn = 2L * batch * step + slot;
		final int first = newcomers.first();
		if (newcomers.areFitted(step)) return first + (int) (turn % (people -
			first));
		if (newcomers.areRefined(step)) return turn % 2 == 0 ? first + (int) (turn / 2 % (people -
				first)) : (int) (turn / 2 % first);
		return people == 2 ? slot / batch : (int) (turn % people);
	}
}
