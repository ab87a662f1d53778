-- What an analyst does in Neovim: reads the findings, takes the first fix, renames. Told to the file that COLLAB_SEEN names.
local seen = {}

local function await(what, is_there)
  if not vim.wait(20000, is_there, 50) then error('waited in vain for ' .. what) end
end

local function go_to(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  if vim.fn.search(text, 'W') == 0 then error(text .. ' is not there') end
end

local function codes()
  return vim.tbl_map(function(each) return each.user_data and each.user_data.lsp and each.user_data.lsp.code or each.code end, vim.diagnostic.get(0))
end

local function told()
  await('findings', function() return vim.tbl_contains(codes(), 'competency/under-qualified') end)
  seen.findings = codes()
  table.sort(seen.findings)

  vim.ui.select = function(actions, _, choose) choose(actions[1]) end
  go_to('bob }')
  vim.lsp.buf.code_action()
  await('the fix', function() return vim.fn.search('assigned anna', 'nw') > 0 end)
  seen.fixed = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  go_to('anna "')
  vim.lsp.buf.rename('ana')
  await('the rename', function() return vim.fn.search('assigned ana ', 'nw') > 0 end)
  seen.renamed = vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local ok, reason = pcall(told)
if not ok then seen.failed = tostring(reason) end
local file = assert(io.open(vim.env.COLLAB_SEEN, 'w'))
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd('qa!')
