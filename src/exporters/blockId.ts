/** Our part of an invitation carries this id; mail programs may put a prefix before it ("x_"), or take it away. */
export const BLOCK_ID = 'dagsorden-agenda';
